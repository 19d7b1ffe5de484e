"""Spans hold for any text: soup made from pieces of every construct, and plain noise."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inkwright.model.document import Source
from inkwright.text.markdown import parse, parse_text
from inkwright.text.marks import bound_numbers
from inkwright.text.plan_marks import plan_marks, section_marks

PIECES = (
    "word", "Word.", "5", "é", "字", "😀", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "\x00", "\x0c",
    "\ufeff", "\u200b", "\u202e", "\ud800", "*", "**", "_", "~~", "`", "``", "```\n", "~~~", "$", "$$", "US$5",
    "==", "^[", "[^1]", "[^1]: ", "[", "]", "](", ")", "![", "[[", "]]", "![[", "|", "|-|-|\n", "- ", "- [ ] ",
    "1. ", "> ", "> [!tip]- ", "# ", "## ", "{#id}", "---\n", "+++\n", "===\n", "***\n", ": ", "<", ">", "<b>",
    "</b>", "<!--", "-->", "<!-- x -->", "<div>\n", "</div>\n", "&amp;", "&lt", "\\", "\\*", "\\$", "\\|", "{{< ",
    " >}}", "{{% x %}}", "{{< x >}}", "{{< /x >}}", "{{< highlight go >}}", "{{< /highlight >}}", "{% ", " %}",
    "{% raw %}", "{% endraw %}", "{% if a %}", "{% endif %}", "{{ x }}", "{{date}}", "<% x %>", ":::", "::: tip\n",
    ":::note T\n", ":::\n", "{.a k=v}", "{: .a}", "{:toc}", "[@a]", "@a", "%%", "%% c %%", "#tag", " ^id",
    "https://a.b/c_d", "www.a.b", "a@b.c", "<Tip>", "</Tip>", "<Tip>\n", "</Tip>\n", "<X a={1} />", "{/* c */}",
    "{#if a}", "{/if}", "{x}", "{", "}", "import a from 'b'\n", "export const a = {\n", "[x]: y 'z'\n",
    "\U000f0000", "<!-- section: a 1-2 -->", "<!-- plan\n- b\n-->", "45 ms<!--=a.json#b .1f ms-->", '"', "'", "(",
    "/", "-", "=", "é\n",
)  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
PATHS = st.sampled_from(["a.md", "a.mdx", "a.qmd"])


@settings(max_examples=400, deadline=None)
@given(SOUP, PATHS)
def test_spans_hold_for_any_soup(breaches, text, path):
    document = parse_text(text, path)
    assert breaches(document) == []
    section_marks(document), plan_marks(document), bound_numbers(document)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), PATHS)
@example("\ud83d alone", "a.md")
@example("\ufeff", "a.md")
@example("\ufeff# BOM\r\ntext", "a.mdx")
@example("a\0b\n\n\0", "a.md")
def test_spans_hold_for_any_text(breaches, text, path):
    assert breaches(parse_text(text, path)) == []


@settings(max_examples=100, deadline=None)
@given(SOUP)
def test_spans_hold_without_extensions(breaches, text):
    document = parse(Source("", text), extensions=False)
    assert [one for one in breaches(document) if "anchor" not in one] == []
    assert not any(block.kind in ("opaque", "callout", "footnote", "table") for block in document.all_blocks)


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.qmd"])
@pytest.mark.parametrize(
    "text",
    [
        "> " * 50_000, "- " * 50_000, "[" * 50_000, "*a **b " * 10_000, "`" * 50_000, "<T>\n" * 10_000, "{" * 50_000,
        "{{< a " * 10_000, "{% a %}" * 5_000, "$a " * 20_000, "%%" * 20_000, "==a " * 10_000, "^[" * 20_000,
        "http://a.b" + "]" * 50_000, "\ud800" * 20_000, ".\"" * 20_000, "::: a\n" * 5_000, "a\n: b\n\n" * 5_000,
        "{/* " * 10_000, "<!-- plan\n" * 5_000, "{{< highlight >}}" * 3_000, "<T a={" * 10_000, "x" * 440_000,
    ],
    ids=lambda text: f"{text[:12]!r}x{len(text)}",
)  # fmt: skip
def test_hostile_text_is_read_without_recursion(breaches, text, path):
    document = parse_text(text, path)
    assert breaches(document) == []
    assert len(document.all_blocks) > 0
