"""Nothing that is not HTML in the source becomes HTML that acts."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.document import Source
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse

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
