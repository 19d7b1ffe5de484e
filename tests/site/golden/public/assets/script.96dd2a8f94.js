(() => {
  const d = document, root = d.documentElement;
  // Light or dark: the system's choice until the reader makes one.
  const button = d.querySelector("button.theme");
  if (button) button.onclick = () => {
    const dark = root.dataset.theme ? root.dataset.theme == "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.theme = root.dataset.theme; } catch {}
  };
  // A copy button on every code block; it lies over the block, so nothing moves.
  if (navigator.clipboard) d.querySelectorAll(".highlight > pre").forEach((pre) => {
    const copy = d.createElement("button");
    copy.type = "button";
    copy.className = "copy";
    copy.textContent = "Copy";
    copy.setAttribute("aria-label", "Copy this code");
    copy.onclick = async () => {
      const code = (pre.querySelector("code") || pre).cloneNode(true);
      code.querySelectorAll(".ln,.gp").forEach((part) => part.remove());
      await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ""));
      copy.textContent = "Copied";
      setTimeout(() => { copy.textContent = "Copy"; }, 1500);
    };
    pre.parentNode.append(copy);
  });
  // Opened from a folder, links to a page need its file name.
  if (location.protocol == "file:") d.querySelectorAll("a[href]").forEach((link) => {
    const [path, part] = link.getAttribute("href").split("#");
    if (/(^|\/)$/.test(path) && path && !/^[a-z]+:/i.test(path)) link.href = path + "index.html" + (part ? "#" + part : "");
  });
})();
