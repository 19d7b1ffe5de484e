"""Links between the posts of a site: broken ones are named, right ones are quiet, in each generator's own layout."""

from pathlib import Path

import pytest

from inkwright.flows.check import check

TODAY = "2026-11-21"
SITES: dict[str, tuple[dict[str, str], str, str]] = {
    "inkwright": (
        {"inkwright.toml": "", "ideas.md": "",
         "posts/b/index.md": "---\ntitle: The B\naliases: [/old/b/]\n---\n## Part\n"},
        "posts/a.md",
        "[1](/posts/b/) [2](../b/) [3](b/index.md) [4](/old/b/) [[b]] [[The B]] [5](/tags/x/) [6](/posts/b/#part) "
        "BAD [x](/posts/c/) BAD [x](../c/) BAD [[c]] BAD [x](/posts/b/#parts) BAD [x](c/index.md)",
    ),
    "hugo": (
        {"hugo.toml": "baseURL = 'https://me.example/'\n",
         "content/posts/b/index.md": "---\nslug: bee\n---\n## Part\n"},
        "content/posts/a.md",
        '[1](/posts/bee/) [2](../bee/) [3]({{< ref "b" >}}) [4]({{< relref "posts/b/index.md#part" >}}) [5](/tags/c/) '
        '[6](https://me.example/posts/bee/) BAD [x](/posts/b-e/) BAD [x]({{< ref "bees.md" >}}) '
        'BAD [x](https://me.example/posts/bees/) BAD [x]({{< ref "b#parts" >}})',
    ),
    "jekyll": (
        {"_config.yml": "title: x\n", "_posts/2026-01-02-b.md": "---\nredirect_from: /x/y/\n---\n## Part\n"},
        "_posts/2026-01-03-a.md",
        "[1](/2026/01/02/b.html) [2]({% post_url 2026-01-02-b %}) "
        "[3]({{ site.baseurl }}{% link _posts/2026-01-02-b.md %}) "
        "[4]({{ '/2026/01/02/b.html' | relative_url }}) [5](/about/) [6]({{ page.url }}) "
        "BAD [x](/2026/01/02/c.html) BAD [x]({% post_url 2026-01-02-c %}) BAD [x]({{ site.baseurl }}/2026/01/02/c)",
    ),
    "docusaurus": (
        {"docusaurus.config.js": "export default {url: 'https://me.example', baseUrl: '/'}\n",
         "blog/2026-01-02-b.md": "---\nslug: b\n---\n## Part\n"},
        "blog/2026-01-03-a.mdx",
        "[1](/blog/b) [2](./2026-01-02-b.md) [3](/docs/x) [4](/blog/tags) [5](https://me.example/blog/b) "
        "BAD [x](/blog/c) BAD [x](./2026-01-02-c.md)",
    ),
    "quarto": (
        {"_quarto.yml": "project:\n  type: website\n", "posts/b/index.qmd": "---\ntitle: B\n---\n\n## Part\n"},
        "posts/a/index.qmd",
        "[1](../b/index.qmd) [2](/posts/b/) [3](/posts/b/index.html) [4](../b/) [5](/listing.html) "
        "BAD [x](../c/index.qmd) BAD [x](/posts/c/) BAD [x](../c/)",
    ),
}  # fmt: skip


def findings(folder: Path, files: dict[str, str], path: str, text: str) -> list[str]:
    for name, content in {**files, path: f"---\ntitle: A\ndate: 2026-01-03\n---\n\n{text}\n"}.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    return [
        one.document.slice(finding.span)
        for one in check([str(folder)], TODAY)
        for finding in one.findings
        if finding.rule in ("broken-link", "broken-anchor") and one.path.endswith(path)
    ]


def wanted(text: str) -> list[str]:
    return [piece.strip() for piece in text.split("BAD ")[1:]]


@pytest.mark.parametrize("generator", SITES)
def test_broken_ones_are_named_and_right_ones_are_quiet(generator: str, tmp_path: Path) -> None:
    files, path, text = SITES[generator]
    assert findings(tmp_path, files, path, text.replace("BAD ", "")) == wanted(text)


@pytest.mark.parametrize(
    ("generator", "name", "content"),
    [
        ("hugo", "static/_redirects", "/posts/* /articles/:splat\n"),
        ("hugo", "content/posts/c.org", "* C\n"),
        ("jekyll", "vercel.json", "{}"),
        ("docusaurus", "docusaurus.config.js", "export default {blog: {routeBasePath: '/news'}}\n"),
    ],
)
def test_addresses_made_elsewhere_are_left_alone(generator: str, name: str, content: str, tmp_path: Path) -> None:
    files, path, text = SITES[generator]
    only_addresses = " ".join(bad for bad in wanted(text) if "](/" in bad)
    assert only_addresses
    assert findings(tmp_path, {**files, name: content}, path, only_addresses) == []


def test_notes_of_a_vault_may_name_notes_to_come(tmp_path: Path) -> None:
    files = {".obsidian/app.json": "{}", "b.md": "B\n"}
    assert findings(tmp_path, files, "a.md", "[[b]] and [[some day]]") == []


@pytest.mark.parametrize(
    ("link", "counts"),
    [
        ("[x](/posts/disk/)", True), ("[x](disk/index.md)", True), ("[[disk]]", True),
        ("[x](../queue/#part)", True), ("[[cache]]", True),
        ("[x](/about/)", False), ("[x](/posts/a/)", False), ("![x](disk/plot.png)", False),
        ("[x](disk/data.csv)", False),
        ("[x](#part)", False), ("[x](https://me.example/y/)", False), ("[x](/tags/b/)", False),
        ("[x](../notes/n.md)", False),
    ],
)  # fmt: skip
def test_only_a_link_to_another_post_is_an_internal_link(link: str, counts: bool, tmp_path: Path) -> None:
    posts = {f"posts/{name}/index.md": f"---\ntitle: {name}\n---\n## Part\n" for name in ("disk", "queue", "cache")}
    others = {
        "inkwright.toml": "",
        "about.md": "---\ntitle: About\n---\n",
        "notes/n.md": "N\n",
        "posts/disk/plot.png": "x",
    }
    for name, content in {
        **posts,
        **others,
        "posts/a.md": f"---\ntitle: A full disk\n---\n\n{link}\n\n## Part\n",
    }.items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    (one,) = check([str(tmp_path / "posts/a.md")], TODAY)
    said = [finding.message for finding in one.findings if finding.rule == "missing-internal-link"]
    assert said == ([] if counts else ["no link to another post of yours: near by name is `posts/disk/index.md`"])
