"""Highlighted code: what is coloured, what stays plain, what is kept."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.document import Block
from inkwright.model.span import Span
from inkwright.render.code import ALIASES, Highlighter, code_html, digest, highlight, lexer_of
from inkwright.render.code_info import read_info

TAG = re.compile(r"<[^>]*>")


def block(info: str, text: str) -> Block:
    return Block("code", Span(0, 0), Span(0, 0), info=info, name="fenced", text=text)


def text_of(html: str) -> str:
    return unescape(TAG.sub("", html))


def test_python_gets_the_classes_of_pygments():
    assert highlight("def f():\n    return 'a<b'\n", "python") == (
        '<span class="k">def</span> <span class="nf">f</span>():\n'
        '    <span class="k">return</span> <span class="s1">&#x27;a&lt;b&#x27;</span>\n'.replace("&#x27;", "'")
    )


def test_a_span_never_crosses_a_line():
    html = highlight('"""one\n\ntwo"""\n', "python")
    assert all(line.count("<span") == line.count("</span>") for line in html.split("\n"))
    assert text_of(html) == '"""one\n\ntwo"""\n'


@pytest.mark.parametrize(
    "language", ["python", "py", "bash", "console", "c++", "ts", "tsx", "rust", "sql", "diff", "yml"]
)
def test_well_known_languages_have_a_lexer(language):
    assert lexer_of(ALIASES.get(language, language)) is not None


def test_every_alias_leads_to_a_lexer_or_to_plain_text():
    assert [name for name, known in ALIASES.items() if known and lexer_of(known) is None] == []


def test_an_unknown_language_is_escaped_text():
    assert highlight("<script>\n", "klingon") == "&lt;script&gt;\n"
    html = code_html("<b>\n", read_info('x"><script>'))
    assert "<script" not in html
    assert "&lt;b&gt;" in html


def test_a_huge_block_stays_plain():
    assert "<span" not in highlight("x = 1\n" * 50_000, "python")


def test_diff_shows_what_came_and_went():
    html = highlight("-old\n+new\n", "diff")
    assert '<span class="gd">-old</span>' in html
    assert '<span class="gi">+new</span>' in html


def test_title_marked_lines_and_numbers():
    html = code_html("a = 1\nb = 2\n", read_info('python title="x <y>" {2} linenos'))
    assert html.startswith('<figure class="code"><figcaption>x &lt;y&gt;</figcaption>\n<div class="highlight"')
    assert '<mark class="hll"><span class="ln">2</span>b = <span class="mi">2</span>\n</mark>' in html
    assert '<span class="ln">1</span>a' in html


def test_output_is_said_to_be_output_and_not_coloured():
    html = code_html("1.5 ms\n", read_info("text output"))
    assert '<div class="highlight output"' in html
    assert '<p class="label">Output</p>' in html
    assert "<span" not in html


def test_cells_hide_their_options_or_themselves():
    assert "label" not in code_html("#| label: x\ny = 1\n", read_info("{python}"))
    assert code_html("#| echo: false\ny = 1\n", read_info("{python}")) == ""
    assert "#| echo: false" in text_of(code_html("#| echo: false\n", read_info("python")))


def test_results_are_kept_by_content():
    cache: dict[str, str] = {}
    render = Highlighter(cache)
    first = render(block("python", "x = 1\n"))
    assert list(cache) == [digest("python", "x = 1\n")]
    cache[digest("python", "x = 1\n")] = "kept"
    assert render(block("python", "x = 1\n")) == "kept"
    assert render(block("python", "x = 2\n")) != first
    assert digest("python", "x") != digest("pytho", "nx")


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200), st.sampled_from(["python", "html", "bash", "c", "markdown", "diff", "json", "js", "nope"])
)
def test_highlighting_keeps_every_character(code, language):
    html = highlight(code, language)
    assert text_of(html) == code
    assert "<script" not in html
