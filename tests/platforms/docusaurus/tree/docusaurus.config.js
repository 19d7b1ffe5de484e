const config = {
  title: 'Sample',
  tagline: "It's a sample",
  url: 'https://sample.example',
  baseUrl: '/site/',
};
module.exports = config;
