import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.compare import places, standings
from inkwright.model.comparison import Comparison
from inkwright.model.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1 2", (1, 2)),
        ("2 1", (2, 1)),
        (" 2>1 ", (2, 1)),
        ("1=2", (1, 1)),
        ("3 1 = 2", (2, 2, 1)),
        ("1=3 2", (1, 3, 1)),
    ],
)
def test_a_ranking_gives_each_text_its_place(typed, found):
    assert places(typed, len(found)) == found


@pytest.mark.parametrize("typed", ["", "1", "1 1", "1 2 3", "1 x", "0 1", "1,2", "=", "1 ="])
def test_what_is_no_ranking_says_how_one_looks(typed):
    with pytest.raises(UsageError, match="no ranking of 2 texts") as caught:
        places(typed, 2)
    assert "2 1" in caught.value.hint


def test_pairs_are_counted_for_both_sides():
    found = standings([Comparison("d", ("a", "b", "c"), (1, 2, 2)), Comparison("d", ("a", "b"), (2, 1))])
    assert [(one.name, one.pairs, one.won, one.lost, one.tied) for one in found] == [
        ("a", 3, 2, 1, 0), ("b", 3, 1, 1, 1), ("c", 2, 0, 1, 1),
    ]  # fmt: skip
    assert found[0].share == 0.6667 and found[0].low < 0.6667 < found[0].high
    assert standings([]) == []


@given(st.lists(st.lists(st.integers(1, 4), min_size=2, max_size=4)))
def test_as_much_is_won_as_lost(ranks):
    found = standings(Comparison("d", tuple("abcd"[: len(one)]), tuple(one)) for one in ranks)
    assert sum(one.won for one in found) == sum(one.lost for one in found)
    assert sum(one.tied for one in found) % 2 == 0
    assert all(one.pairs == one.won + one.lost + one.tied and one.low <= one.share <= one.high for one in found)
