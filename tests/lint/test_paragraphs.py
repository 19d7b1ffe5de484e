"""Texts in pieces."""

import pytest

from inkwright.lint.paragraphs import paragraphs


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_blank_line_parts_two_pieces(end: str) -> None:
    assert paragraphs(f"one{end}two{end}{end}three") == (f"one{end}two", "three")


def test_what_has_no_blank_line_is_one_piece() -> None:
    assert paragraphs("one\ntwo") == ("one\ntwo",)
    assert paragraphs("") == ("",)
