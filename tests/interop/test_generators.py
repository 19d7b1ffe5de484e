"""The real generators build what is written for them: a post that has every construct, the demo, and 30 foreign posts.

A picture that a source lacks, the corpus mostly, is put there empty; what a writer keeps for one version of their own
generator (`_build` of an older Hugo) is their own.
"""

import base64
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from tests.interop.conftest import CORPUS, DEMO, SOURCES, TODAY, make_workspace, program, tool
from tests.interop.skeletons import SKELETONS

from inkwright.flows.export_post import export_post
from inkwright.flows.survey import survey
from inkwright.workspace.folder import open_workspace

pytestmark = pytest.mark.interop
FOREIGN = ("posts/docusaurus-llm-d", "posts/hugo-etcd", "posts/jekyll-fastpages", "posts/jekyll-scikit-learn",
           "posts/mdx-hf-course", "posts/quarto-great-tables", "sites/hugo-blowfish-samples")  # fmt: skip
EACH = 6
"""Posts of a source, spread over it."""
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
_SHOWN = re.compile(r"""!\[[^\]]*\]\(<?([^)\s>]+)|\bsrc="([^"]+)""")
EVERY = """---
title: Everything at once
date: 2026-11-01
updated: 2026-11-03
tags: [gpu, "C++"]
authors: [Ada L]
description: "One of each: with a colon."
thesis: canary
custom: kept
---

A sentence with $a_b^2$ in it, a note[^1], ==marks== and `{{ code }}`; it takes 45 ms<!--=canary.json#a .1f ms-->.

> [!tip] Mind *this*
> Inside, with
>
> - a list

$$
E = \\frac{1}{2} m v^2
$$

![A plot](plot.png)

| a | b |
|---|--:|
| 1 | 2 |

```python title="fit.py" {2}
a = {"x": 1}
b = "{% raw %} {{ y }} {{< z >}} <b>"
```

    indented <code> with {braces}

```mermaid
graph TD; A-->B
```

<div style="color: red">HTML with a break<br>and {braces}</div>

{{< gadget >}} and {% include gone.html %}

A brace {here} and 3 < 4, see <https://example.org>.

<!-- plan
- canary
-->

[^1]: The note.
"""


def every(folder: Path) -> Path:
    """A workspace of one post that has every construct."""
    (folder / "posts/every").mkdir(parents=True)
    (folder / "posts/every/index.md").write_text(EVERY, encoding="utf-8")
    (folder / "posts/every/plot.png").write_bytes(PNG)
    (folder / "inkwright.toml").write_text('title = "Blog"\nbase_url = "https://home.example"\n', encoding="utf-8")
    return folder


def with_pictures(folder: Path) -> Path:
    """A workspace, each picture that it names and lacks put beside the text that names it."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".md", ".mdx", ".qmd"):
            for markdown, html in _SHOWN.findall(file.read_text("utf-8", "replace")):
                target = file.parent / (markdown or html)
                if not re.match(r"[a-z]+:|/|\{", markdown or html) and not target.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(PNG)
    return folder


@pytest.fixture(scope="session")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All the workspaces whose posts are written."""
    place = tmp_path_factory.mktemp("sources")
    found = [every(place / "every"), with_pictures(make_workspace(DEMO, place / "demo"))]
    if CORPUS.is_dir():
        found += [with_pictures(make_workspace(SOURCES[name], place / name.replace("/", "-"))) for name in FOREIGN]
    return found


@pytest.fixture
def exported(workspaces: list[Path], tmp_path: Path) -> Callable[[str], tuple[Path, int]]:
    """`exported(target)` -> a site of that generator with the posts in it, and how many there are."""

    def one(target: str) -> tuple[Path, int]:
        site = tmp_path / target
        for name, text in SKELETONS[target].items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        written = set()
        for folder in workspaces:
            workspace = open_workspace(folder)
            posts = [
                post for post in survey(workspace).posts
                if post.kind == "post" and "_build:" not in (folder / post.path).read_text("utf-8")
            ]  # fmt: skip
            for post in posts[:: max(1, len(posts) // EACH)][:EACH]:
                done = export_post(workspace, post.id, target, str(site), TODAY, True)
                written.add(done.files.written[0][0] if done.files.written else done.files.unchanged[0])
        return site, len(written)

    return one


def built(command: list[str], site: Path, **environment: str) -> str:
    """What a generator printed; the test fails with it where it failed."""
    done = subprocess.run(
        command, cwd=site, capture_output=True, text=True, check=False, env={**os.environ, "CI": "1", **environment}
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
    return done.stdout + done.stderr


def modules(name: str, site: Path) -> Path:
    """The packages of a generator of npm, put into a site."""
    shutil.copytree(tool(f"{name}/node_modules"), site / "node_modules", symlinks=True, copy_function=os.link)
    return site / "node_modules" / ".bin"


def page(tree: Path, words: str = "Everything at once") -> str:
    """The one page of the post with every construct, without what search engines and scripts read."""
    pages = [path for path in tree.rglob("*.html") if "A sentence with" in path.read_text("utf-8")]
    text = max((path.read_text("utf-8") for path in pages), key=len)
    assert words in text
    assert "canary" not in text and "gone.html" not in text and "gadget" not in text
    for shown in ("<table", "The note.", "and {braces}", "{here}", "3 < 4", "{{ code }}", "<br"):
        assert shown in unescape(text), shown
    return text


def test_hugo(exported: Callable[[str], tuple[Path, int]]) -> None:
    hugo = program("hugo")
    site, posts = exported("hugo")
    built([hugo, "--buildDrafts", "--buildFuture"], site)
    assert len([*(site / "public/posts").glob("*/index.html")]) == posts
    text = page(site / "public")
    assert (
        'class="footnote-ref"' in text
        and "language-python" in text
        and "{{&lt; z &gt;}}" in text.replace("</span>", "")
    )
    assert [*site.rglob("public/posts/every/mermaid-*.svg")] and [*site.rglob("public/posts/every/plot.png")]


def test_jekyll(exported: Callable[[str], tuple[Path, int]]) -> None:
    jekyll = program("jekyll")
    site, posts = exported("jekyll")
    built([jekyll, "build", "--future", "--drafts"], site)
    assert len([*(site / "_site").rglob("*.html")]) == posts
    text = page(site / "_site")
    assert r"\(a_b^2\)" in text and 'class="footnote"' in text and "language-python" in text
    assert [*(site / "_site/assets/posts/every").glob("mermaid-*.svg")]


def test_mkdocs(exported: Callable[[str], tuple[Path, int]]) -> None:
    mkdocs = program("mkdocs")
    site, _ = exported("mkdocs")
    built([mkdocs, "build"], site, NO_MKDOCS_2_WARNING="1")
    text = page(site / "site/blog/2026")
    assert 'class="admonition tip"' in text and 'class="arithmatex"' in text and 'class="footnote-ref"' in text
    assert 'class="filename">fit.py<' in text and 'class="mermaid"' in text


def test_docusaurus(exported: Callable[[str], tuple[Path, int]]) -> None:
    tool("docusaurus/node_modules/@docusaurus/core")
    site, posts = exported("docusaurus")
    built([str(modules("docusaurus", site) / "docusaurus"), "build"], site, NO_UPDATE_NOTIFIER="1")
    assert len([*(site / "build").rglob("index.html")]) > posts // 2
    text = page(site / "build")
    assert "theme-admonition-tip" in text and 'class="katex"' in text and "fit.py" in text


def test_astro(exported: Callable[[str], tuple[Path, int]]) -> None:
    tool("astro/node_modules/astro")
    site, posts = exported("astro")
    built([str(modules("astro", site) / "astro"), "build"], site, ASTRO_TELEMETRY_DISABLED="1")
    assert len([*(site / "dist").rglob("index.html")]) == posts
    text = page(site / "dist")
    assert 'class="katex"' in text and "Mind" in text and 'data-language="python"' in text


def test_nextjs(exported: Callable[[str], tuple[Path, int]]) -> None:
    tool("next/node_modules/next")
    site, posts = exported("nextjs")
    built([str(modules("next", site) / "next"), "build"], site, NEXT_TELEMETRY_DISABLED="1")
    assert len([*(site / "out/posts").glob("*/index.html")]) == posts
    text = page(site / "out", "A sentence with")
    assert 'class="katex"' in text and "language-python" in text
