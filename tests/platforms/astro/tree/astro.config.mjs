export default defineConfig({ site: "https://sample.example", base: "/b" });
