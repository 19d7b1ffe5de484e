"""HTML that MDX can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.markdown.jsx import jsx_of


@pytest.mark.parametrize(
    ("html", "jsx"),
    [
        ("<p>a<br>b</p>", "<p>a<br />b</p>"),
        ('<img src="a.png" alt=">">', '<img src="a.png" alt=">" />'),
        ("<hr/>", "<hr/>"),
        ("<p>{x}</p>", "<p>&#123;x&#125;</p>"),
        ('<a title="{x}">y</a>', '<a title="{x}">y</a>'),
        ("<!DOCTYPE html>\n<p>", "\n<p>"),
        ('<p style="margin-top: 1px; --x: 2">', '<p style={{"marginTop": "1px", "--x": "2"}}>'),
        ("<p style=''>", "<p style={{}}>"),
        ("<style>a { b: c }</style>", '<style>{"a { b: c }"}</style>'),
        ("a < b <|-- c", "a &lt; b &lt;|-- c"),
        ("", ""),
    ],
)
def test_html_becomes_jsx(html, jsx):
    assert jsx_of(html) == jsx


@given(st.text("<>{}/ \"'=abcstyle:;!-?p\n"))
def test_no_brace_of_the_text_stays_code(text):
    assert jsx_of(f"{text}") is not None
    assert "{" not in jsx_of(text.replace("<", "")) and "}" not in jsx_of(text.replace("<", ""))
