from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.cut import Cut, cut


def test_a_text_that_fits_is_whole():
    assert cut([10, 20], ["", "B"], 30) == Cut(2, whole=True)
    assert cut([], [], 0) == Cut(0, whole=True)


def test_the_cut_is_before_a_section():
    assert cut([10, 10, 10, 10], ["", "B", "", "C"], 35) == Cut(3, "C")
    assert cut([10, 10, 10, 10, 10], ["", "B", "", "C", ""], 45) == Cut(3, "C")


def test_a_long_section_is_cut_within():
    assert cut([10, 40, 40, 40], ["", "B", "", ""], 95) == Cut(3)


def test_no_heading_is_left_without_its_text():
    assert cut([10, 10, 10, 90], ["", "B", "C", ""], 35) == Cut(1, "B")
    assert cut([30, 5, 90], ["", "B", ""], 40) == Cut(1, "B")


def test_nothing_is_kept_of_what_cannot_fit():
    assert cut([50, 10], ["", "B"], 40) == Cut(0)
    assert cut([50], [""], -5) == Cut(0)


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), max_size=30), st.integers(0, 400))
def test_what_is_kept_fits(blocks, room):
    sizes, headings = [size for size, _ in blocks], ["H" if heading else "" for _, heading in blocks]
    found = cut(sizes, headings, room)
    assert sum(sizes[: found.kept]) <= room
    assert found.whole == (sum(sizes) <= room) == (found.kept == len(sizes))
    assert found.whole or not found.kept or not headings[found.kept - 1] or found.before
    if found.before:
        assert headings[found.kept]
