"""A line takes the columns that a reader sees, and is broken where nothing is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.columns import cells, folded

PLACE = "posts/a post with blanks/index.md:12:7:"


def test_colours_take_no_columns() -> None:
    assert cells("\x1b[31;1merror\x1b[0m") == 5
    painted = "    \x1b[2mwhy: " + "words " * 10 + "end\x1b[0m"
    assert max(map(cells, folded(painted, 40).splitlines())) <= 40
    assert len(folded(painted, 40).splitlines()) == 2


def test_a_place_stays_whole_however_narrow_it_is() -> None:
    first, *rest = folded(f"{PLACE} error: this does not fit beside it", 30, "    ", PLACE).splitlines()
    assert first == PLACE
    assert rest == ["    error: this does not fit", "    beside it"]


def test_a_line_that_fits_is_left_alone() -> None:
    assert folded("  two  blanks ", 14) == "  two  blanks "


def test_a_place_stays_whole_at_the_end_too() -> None:
    shown = folded(f"ask who said this ({PLACE})", 30, "", PLACE).splitlines()
    assert shown == ["ask who said this", f"({PLACE})"]


@given(st.text(st.sampled_from("ab漢 "), max_size=60), st.integers(1, 30), st.integers(0, 20))
def test_only_blanks_become_line_ends_and_none_ends_a_broken_line(line: str, most: int, whole: int) -> None:
    lines = folded(line, most, "", line[:whole]).split("\n")
    assert " ".join(" ".join(lines).split()) == " ".join(line.split())
    assert not any(one.endswith(" ") for one in lines[:-1])
    assert lines[0].startswith(line[:whole].rstrip(" ")) or cells(line) <= most
    for one in lines[1:]:
        assert cells(one) <= most or not re.search(r"\S .", one)
