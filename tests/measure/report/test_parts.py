"""Cells and words."""

import pytest

from inkwright.measure.report.parts import NONE, Cell, named, number, percent, some, words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\n  b\tc ", "a b c"), ("\x1b[1m", "\\x1b[1m"), ("x\u202ey", "x\\u202ey"), ("\ufffe\ufdd3", "\ufffd\ufffd"),
        ("é日", "é日"),
    ],
)  # fmt: skip
def test_words(given: str, shown: str) -> None:
    assert words(given) == shown


def test_cells() -> None:
    assert number(1204) == Cell("1,204", 1204) and number(0) == Cell("0", 0) and number(None) == Cell(NONE)
    assert (
        percent(0.1234) == Cell("12.3%", 0.1234) and percent(0.0) == Cell("0.0%", 0.0) and percent(None) == Cell(NONE)
    )
    assert named(" ") == Cell(NONE)
    assert (some(1, "post"), some(0, "post"), some(1200, "post")) == ("1 post", "0 posts", "1,200 posts")
