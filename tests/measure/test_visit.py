"""A mark is the same whatever file its view came in, and small."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.visit import Visit, marked, pack, unpack

DAY = "2026-11-21"
NOON = 1_795_262_400  # of that day


def marks(*visits):
    return [one.mark for one in marked(visits)]


def test_views_of_one_second_are_several_and_copies_of_them_are_not():
    one, later = Visit("/a/", DAY, "ann", "", NOON, 1), Visit("/a/", DAY, "ann", "", NOON + 1, 2)
    other, page = Visit("/a/", DAY, "bob", "", NOON, 3), Visit("/b/", DAY, "ann", "", NOON, 4)
    assert len(set(marks(one, one, one, later, other))) == 5
    assert marks(one, page)[1] == marks(page)[0]
    assert marks(one, one, later, one, one) == [*marks(one, one), *marks(later), *marks(one, one)]
    assert marks() == []


def test_no_more_than_sixty_four_of_one_second_are_told_apart():
    one = Visit("/a/", DAY, "ann", "", NOON)
    assert len(set(marks(*[one] * 100))) == 64


def test_a_mark_tells_one_byte_of_who_it_was():
    found = {mark & 0x3FC0 for who in range(5000) for mark in marks(Visit("/a/", DAY, f"reader {who}", "", NOON))}
    assert len(found) == 256


MOMENT = st.integers(NOON - 86_400 // 2 - 14 * 3600, NOON + 86_400 // 2 + 12 * 3600)


@given(st.lists(st.tuples(MOMENT, st.text(max_size=3)), max_size=30))
def test_marks_are_read_back_from_four_bytes_in_any_zone(found):
    made = set(marks(*(Visit("/a/", DAY, who, "", at) for at, who in found)))
    packed = pack(made, DAY)
    assert len(packed) == 4 * len(made) and unpack(packed, DAY) == sorted(made)
