"""Plain text, excerpts and summaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.plain import clip, inline_text, plain_text, summary
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


def test_plain_text_is_what_a_reader_reads():
    assert plain_text(parse_text(POST)) == (
        "Title of it\n\nFirst paragraph with code, x and a note. It goes on. A chart\n\n"
        "- one\n- two\n\n  x = 1\n\nquoted\n\na\tb\n1\t2\n\nThe note."
    )


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
    assert isinstance(plain_text(document), str)
    assert all(isinstance(inline_text(block.inlines), str) for block in document.all_blocks[:50])
