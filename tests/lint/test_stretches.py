"""Stretches under headings and without a break."""

from inkwright.lint.stretches import unbroken, under_headings
from inkwright.text.markdown import parse_text


def test_stretches() -> None:
    document = parse_text("One two.\n\nThree.\n\n- four\n\n# Five\n\nSix.\n\n![](a.png)\n\nSeven.\n", "a.md")
    assert [(stretch.words, stretch.paragraphs) for stretch in under_headings(document)] == [(4, 2), (2, 2)]
    assert [(stretch.words, stretch.paragraphs) for stretch in unbroken(document)] == [(3, 2), (1, 1), (1, 1)]
    assert under_headings(parse_text("", "a.md")) == []


def test_bold_lines_are_headings_to_the_eye() -> None:
    document = parse_text(
        "One.\n\n1. __Two three?__\n\n   Four five **six**.\n\n**Seven**\n\n**Eight** nine.\n", "a.md"
    )
    assert [stretch.words for stretch in under_headings(document)] == [1, 5, 3]


def test_headings_of_html_are_headings() -> None:
    text = '# One\n\nTwo three.\n\n<h3 name="a">\nWhat is it?\n</h3>\n\nFour.\n\n<hr>\n\n<p>no</p>\n\nFive six.\n'
    assert [stretch.words for stretch in under_headings(parse_text(text, "a.md"))] == [2, 3]
