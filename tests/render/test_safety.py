"""Nothing that is not HTML in the source becomes HTML that acts."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.document import Source
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse, parse_text

CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))

PAYLOADS = ["<script>x</script>", '"><script>x</script>', "'><img src=x onerror=x>", "javascript:x", "--><script>x"]
HOLDERS = [
    "[a](<{}>)", '[a](b "{}")', "![{}](a.png)", '![a](<{}> "{}")', "`{}`", "```{}\nx\n```\n",
    "```py title=\"{}\"\nx\n```",
    "    {}\n", "[[{}]]", "[[a|{}]]", "![[{}]]", "![[a.png|{}]]", "${}$", "$$\n\\text{{{}}}\n$$", "a[^{}]\n\n[^{}]: x",
    "> [!note] {}\n> x", "> [!{}]\n> x", ":::note {}\nx\n:::", '::: {{.callout-tip title="{}"}}\nx\n:::',
    '{{{{< figure src="{}" caption="{}" alt="{}" >}}}}', '{{{{< youtube "{}" >}}}}', '{{{{< unknown "{}" >}}}}',
    '{{% include image.html file="{}" caption="{}" %}}', "{{{{ {} }}}}", "# T {{#{}}}", '# T {{.{}}}', "<{}>",
    "[a]\n\n[a]: <{}> '{}'", "| {} |\n|---|\n| {} |".replace("{}", "`{}`"), "==`{}`==", "^[`{}`]",
]  # fmt: skip
URLS = {"href", "src", "action", "formaction", "poster", "xlink:href", "data", "srcdoc"}


class Acting(HTMLParser):
    """Collects what could run: scripts, event handlers, destinations with a scheme that runs code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append(tag)
        for name, value in attrs:
            bare = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or (name in URLS and bare.startswith(("javascript:", "vbscript:", "data:text"))):
                self.found.append(f"{tag} {name}={value}")


def raw_html_of(document) -> str:
    """The HTML that the parser takes for the author's own."""
    written = [block.text for block in document.of_kind("html")]
    return "".join(written + [inline.text for inline in document.inlines_of("html")])


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.qmd"])
def test_payloads_stay_text(holder, payload, path):
    text = holder.replace("{{", "\0").replace("}}", "\1").replace("{}", payload).replace("\0", "{").replace("\1", "}")
    dialect = {"a.md": "markdown", "a.mdx": "mdx", "a.qmd": "quarto"}[path]
    document = parse(Source(path, text, dialect))
    if not Acting(raw_html_of(document)).found:
        assert Acting(render(document)).found == [], text


MARKS = (
    "<script > </script> javascript: [ ]( ) ![ ` ``` > - | --- $ $$ [^a] [^a]: {{< >}} {% %} {{ }} ::: { } \" ' [[ ]]"
    " ![[ == ~~ ^[ ] a title= figure include \\ &lt; # [!note] src="
)
PIECES = [*MARKS.split(), " ", "\n", "\n\n", "    "]
SOUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_soup_never_gives_a_script_that_was_not_the_authors_html(text):
    document = parse(Source("", text))
    html = render(document, RenderOptions())
    if "<script" not in raw_html_of(document):
        assert "<script" not in html
    if not document.of_kind("html") and not document.inlines_of("html"):
        assert Acting(html).found == []


VOID = {"br", "hr", "img", "input", "source", "track"}


class Balance(HTMLParser):
    """Follows start and end tags; `wrong` names the first that does not fit."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong = ""
        self.feed(html)
        self.close()
        self.wrong = self.wrong or ("".join(self.open) and f"left open: {self.open}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "math" not in self.open and tag not in VOID:
            self.wrong = self.wrong or f"<{tag} />"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            if "p" in self.open and tag in ("p", "div", "aside", "ul", "ol", "pre", "figure", "details", "section"):
                self.wrong = self.wrong or f"<{tag}> inside <p>"
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong = self.wrong or f"</{tag}>"


@settings(max_examples=300, deadline=None)
@given(SOUP, st.sampled_from(["markdown", "quarto"]))
def test_what_is_no_html_gives_balanced_html(text, dialect):
    document = parse(Source("", text, dialect))
    if not document.of_kind("html") and not document.inlines_of("html"):
        assert Balance(render(document)).wrong == "", text


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="INKWRIGHT_CORPUS is absent")
def test_real_posts_give_balanced_html_without_comments_or_raised_errors():
    wrong = []
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix not in (".md", ".mdx", ".qmd"):
            continue
        document = parse_text(path.read_text(encoding="utf-8", errors="replace"), path.name)
        html = render(document)
        own = raw_html_of(document)
        if not own and (found := Balance(html).wrong):
            wrong.append(f"{path.name}: {found}")
        if "<!--" in html and "<script" not in own:
            wrong.append(f"{path.name}: a comment is left")
    assert wrong == []
