(() => {
  const d = document, form = d.getElementById("search"), input = form.q, list = d.getElementById("found");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const known = posts.map((post) => ({ post, fields: [[plain(post[0]), 9], [plain(post[4]), 3], [plain(post[3]), 2]] }));
  const end = location.protocol == "file:" ? "index.html" : "";
  // How well a post fits a word: more where a word begins with it, nothing where it is not.
  const fit = (fields, word) => Math.max(...fields.map(([text, weight]) =>
    (" " + text).search(new RegExp("[^\\p{L}\\p{N}]" + word.replace(/[\\^$.*+?()[\]{}|\/]/g, "\\$&"), "u")) >= 0 ? weight : text.includes(word) ? weight / 4 : 0));
  const element = (name, text, to) => { const made = d.createElement(name); made.textContent = text; if (to) made.href = to; return made; };
  const shown = ({ post: [title, url, date, summary] }) => {
    const item = d.createElement("li"), heading = d.createElement("h2"), meta = element("p", date);
    meta.className = "meta";
    heading.append(element("a", title, url.endsWith("/") ? url + end : url));
    item.append(heading, element("p", summary), meta);
    return item;
  };
  const find = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const found = words.length ? known.map((one) => [one, words.map((word) => fit(one.fields, word))])
      .filter(([, fits]) => fits.every(Boolean))
      .map(([one, fits]) => [one, fits.reduce((a, b) => a + b)]).sort((a, b) => b[1] - a[1]) : [];
    list.replaceChildren(...found.slice(0, 50).map(([one]) => shown(one)));
    d.getElementById("said").textContent = words.length ? found.length == 1 ? "1 post" : found.length + " posts" : "";
  };
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.oninput = find;
  form.onsubmit = (event) => { event.preventDefault(); find(); };
  find();
})();
