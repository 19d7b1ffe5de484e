"""Summaries and plain lines: made of what the page shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.html import render
from inkwright.render.plain import clip, inline_text, plain_line, summary
from inkwright.render.toc import contents
from inkwright.text.markdown import parse_text

POST = """# Title of *it*

First [paragraph](/x) with `code`, $x$ and a note[^1].
It goes on. ![A chart](a.png)

<!-- more -->

- one
- two

  ```py
  x = 1
  ```

> quoted

| a | b |
|---|---|
| 1 | 2 |

<div>html</div>

[^1]: The note.
"""


def test_a_summary_ends_at_the_mark_else_after_the_first_paragraph():
    assert summary(parse_text(POST)) == "First paragraph with code, x and a note. It goes on. A chart"
    assert summary(parse_text("# T\n\nOne.\n\nTwo.\n\n<!--more-->\n\nThree.\n")) == "One. Two."
    assert summary(parse_text("# T\n\nOne.\n\nTwo.\n")) == "One."
    assert summary(parse_text("# T\n\n- only a list\n")) == ""


def test_clip_prefers_whole_sentences():
    assert clip("One two. Three four five.", 12) == "One two."
    assert clip("Onetwothree fourfive", 14) == "Onetwothree…"
    assert clip("short", 5) == "short"
    assert clip("abcdefgh", 4) == "abc…"


@given(st.text(alphabet="ab .,!日\n", max_size=80), st.integers(1, 40))
def test_clip_never_exceeds_its_room(text, room):
    assert len(clip(text, room)) <= room


@pytest.mark.parametrize("text", ["*" * 50, "[[a|b]] ![[c]]", "> " * 500 + "x", "&nbsp;a"])
def test_odd_inlines(text):
    document = parse_text(text)
    assert isinstance(summary(document), str)
    assert all(isinstance(inline_text(block.inlines, document), str) for block in document.all_blocks[:50])


HIDDEN = [
    ("a.md", "::: hidden\nSEC3\n:::\n\nHello.\n"),
    ("a.md", ":::: {.note .hidden}\n::: tip\nSEC3\n:::\n::::\n\nHello.\n"),
    ("a.qmd", "::: {.content-hidden}\nSEC3\n:::\n\nHello.\n"),
    ("a.qmd", '::: {.content-visible when-format="pdf"}\nSEC3\n:::\n\nHello.\n'),
    ("a.qmd", '::: {.content-visible unless-format="html"}\nSEC3\n:::\n\nHello.\n'),
    ("a.qmd", '::: {.content-hidden when-format="html,pdf"}\nSEC3\n:::\n\nHello.\n'),
    ("a.qmd", '::: {.content-hidden unless-format="pdf"}\nSEC3\n:::\n\nHello.\n'),
    ("a.qmd", '::: {.content-visible when-profile="internal"}\nSEC3\n:::\n\nHello.\n'),
    ("a.qmd", "::: {.callout-note .content-hidden}\nSEC3\n:::\n\nHello.\n"),
    ("a.qmd", "[a **SEC3** [b](/x) c]{.content-hidden}Hello.\n"),
    ("a.md", "{{% comment %}}\nSEC3\n{{% /comment %}}\n\nHello.\n"),
    ("a.md", "{{< comment >}}SEC3{{< /comment >}}Hello.\n"),
    ("a.md", "Hello. {{< comment >}}SEC3\n\n# SEC3\n\nSEC3 {{< /comment >}}\n"),
    ("a.md", "{% comment %}SEC3{% endcomment %}\n\nHello.\n"),
    ("a.md", "{% capture x %}\nSEC3\n{% endcapture %}\n\nHello.\n"),
    ("a.md", "%%SEC3%% Hello.\n"),
    ("a.md", "<div><!-- a\n</div>\n\nSEC3\n\n-->\n\nHello.\n"),
    ("a.md", "Hello.\n\n::: hidden\nSEC3\n\nnever closed\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), HIDDEN)
def test_what_the_page_hides_is_in_no_summary(path, text):
    document = parse_text(text, path)
    assert "SEC3" not in render(document)
    assert "Hello." in render(document)
    assert summary(document) == "Hello."


@pytest.mark.parametrize(
    "text",
    [
        '::: {.content-visible when-format="html"}\nHello.\n:::\n',
        '::: {.content-visible unless-format="pdf"}\nHello.\n:::\n',
        '::: {.content-hidden when-format="pdf"}\nHello.\n:::\n',
        '::: {.content-hidden unless-format="html"}\nHello.\n:::\n',
        "::: {.aside}\nHello.\n:::\n",
        "::: note Hidden\nHi.\n:::\n\nHello.\n",
        "[Hello.]{.smallcaps}\n",
    ],
)
def test_what_the_page_shows_may_be_its_summary(text):
    document = parse_text(text, "a.qmd")
    assert "Hello." in render(document)
    assert summary(document) in ("Hello.", "[Hello.]")


def test_hidden_headings_are_in_no_table_of_contents():
    text = "# A\n\n::: hidden\n## SEC3\n:::\n\n## B {{< comment >}}SEC3{{< /comment >}}\n\n> ## C\n"
    entries = contents(parse_text(text))
    assert [entry.title for entry in entries] == ["A"]
    assert [child.title for child in entries[0].children] == ["B", "C"]
    assert "SEC3" not in render(parse_text(text))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Plain  words\n on lines", "Plain words on lines"),
        ("A <b>bold</b> <a href='/x'>claim</a> &amp; *more* [here](/y)", "A bold claim & more here"),
        ("<p>One.</p>", "One."),
        ("On [[E. M. Forster]] and [[x|the label]]", "On E. M. Forster and the label"),
        ("`List<String>` and List<String> in C#", "List<String> and List<String> in C#"),
        ("1984. A year", "1984. A year"),
        ("3 < 4 & snake_case_name", "3 < 4 & snake_case_name"),
        ("", ""),
    ],
)
def test_a_description_is_one_line_of_text(written, line):
    assert plain_line(written) == line


def test_dashes_in_quarto_are_those_of_pandoc():
    document = parse_text("# A--B\n\nOne --- two 1--2 `a--b` https://x.org/a--b\n", "a.qmd")
    html = render(document)
    assert "One \u2014 two 1\u20132 <code>a--b</code>" in html
    assert ">https://x.org/a--b</a>" in html
    assert summary(document) == "One \u2014 two 1\u20132 a--b https://x.org/a--b"
    assert contents(document)[0].title == "A\u2013B"
    assert "One --- two" in render(parse_text("One --- two", "a.md"))
