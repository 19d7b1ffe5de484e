import math

from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.cluster import communities, divided, neighbours, strongest


def unit(*words):
    return dict.fromkeys(words, 1 / math.sqrt(len(words)))


TWO = [unit("a", "b"), unit("x", "y"), unit("a", "c"), unit("b", "c"), unit("x", "z"), unit("y", "z"), unit("lonely")]


def test_nearest_are_those_with_words_in_common_both_ways():
    graph = neighbours(TWO)
    assert set(graph[0]) == {2, 3} and set(graph[1]) == {4, 5}
    assert all(graph[other][no] == score for no, near in graph.items() for other, score in near.items())
    assert 6 not in graph and neighbours([]) == {}


def test_communities_and_what_belongs_to_none():
    groups = communities(neighbours(TWO))
    assert groups == [[0, 2, 3], [1, 4, 5]]
    assert communities({}) == []


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=4), max_size=20))
def test_every_text_is_in_one_group_at_most(found):
    vectors = [unit(*sorted(words)) if words else {} for words in found]
    graph = neighbours(vectors)
    groups = communities(graph)
    seen = [no for group in groups for no in group]
    assert len(seen) == len(set(seen))


def test_the_strongest_words_of_a_vector():
    assert strongest({"a": 0.1, "b": 0.5, "c": 0.5, "d": 0.2}, 2) == {"b": 0.5, "c": 0.5}
    assert strongest({}) == {}


def test_a_group_that_is_too_large_is_taken_apart_where_it_falls_apart():
    graph = neighbours(TWO)
    assert divided(graph, [[0, 1, 2, 3, 4, 5]], 4) == [[0, 2, 3], [1, 4, 5]]
    assert divided(graph, [[0, 1, 2, 3, 4, 5]], 6) == [[0, 1, 2, 3, 4, 5]]
    assert divided(graph, [[0, 2, 3]], 2) == [[0, 2, 3]] and divided({}, []) == []
