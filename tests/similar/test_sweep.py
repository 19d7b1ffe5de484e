import math

from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.cluster import communities, neighbours
from inkwright.similar.sweep import grouped, swept


def unit(*words):
    return dict.fromkeys(words, 1 / math.sqrt(len(words)))


BREAD = [unit("flour", "water", "bread"), unit("flour", "oven", "bread"), unit("water", "oven", "bread"),
         unit("flour", "oven", "water")]  # fmt: skip
TRAMS = [unit("tram", "rail", "stop"), unit("tram", "rail", "bell"), unit("tram", "stop", "bell"),
         unit("rail", "stop", "bell")]  # fmt: skip
BETWEEN = unit("bread", "tram", "shop")
PILE = [*BREAD, *TRAMS, BETWEEN]


def test_groups_that_touch_nothing_stay_as_they_are():
    apart = [*BREAD, *TRAMS]
    assert swept(apart, [[0, 1, 2, 3], [4, 5, 6, 7]], neighbours(apart)) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert swept([], [], {}) == []


def test_a_group_takes_in_what_hangs_together_with_it_and_leaves_what_does_not():
    graph = neighbours(PILE)
    assert swept(PILE, [[0, 1, 2]], graph) == [[0, 1, 2, 3]]
    assert swept(PILE, [[0, 1, 2, 3, 4]], graph) == [[0, 1, 2, 3]]


def test_what_is_left_over_is_grouped_too_and_what_is_near_to_none_is_left_out():
    lonely = unit("tram", *"stuvwxyz", *(f"{no}" for no in range(60)))
    assert grouped([*BREAD, *TRAMS, lonely], neighbours([*BREAD, *TRAMS, lonely])) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert grouped([], {}) == []


def test_groups_of_two_are_none():
    assert swept(PILE, [[0, 1], [4, 5]], neighbours(PILE)) == []


def test_what_two_groups_want_stays_with_the_one_that_stands_out_more():
    groups = swept(PILE, [[0, 1, 2], [0, 1, 3], [4, 5, 6, 7]], neighbours(PILE))
    assert groups[0] == [0, 1, 2, 3] and set(groups[1]) >= {4, 5, 6, 7} and len(groups) == 2


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=4), max_size=20))
def test_every_text_is_in_one_group_at_most_whatever_the_order_of_the_groups(found):
    vectors = [unit(*sorted(words)) if words else {} for words in found]
    graph = neighbours(vectors)
    groups = communities(graph)
    for kept in (swept(vectors, groups, graph), grouped(vectors, graph)):
        seen = [no for group in kept for no in group]
        assert len(seen) == len(set(seen)) and set(seen) <= set(graph)
    assert swept(vectors, groups[::-1], graph) == swept(vectors, groups, graph)
