import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.vectors import cosine, rarity, vector

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 50), max_size=8)


def test_a_rare_word_says_more_than_a_common_one_and_one_in_every_text_next_to_nothing():
    assert rarity(100, 2) > rarity(100, 20) > rarity(100, 100) == pytest.approx(0.005, abs=0.001)
    assert rarity(0, 5) == 0.0


def test_a_vector_has_length_one_and_only_words_that_say_something():
    found = vector({"a": 1, "b": 3, "c": 9}, {"a": 2.0, "b": 1.0, "c": 0.0}.__getitem__)
    assert found.keys() == {"a", "b"}
    assert found["b"] / found["a"] == pytest.approx((1 + math.log(3)) / 2)
    assert vector({}, lambda word: 1.0) == {}


@given(COUNTS, COUNTS)
def test_the_cosine_is_the_same_both_ways_and_lies_between_nothing_and_one(one, other):
    first, second = (vector(counts, lambda word: 1.0) for counts in (one, other))
    assert 0.0 <= cosine(first, second) <= 1.0 + 1e-9
    assert cosine(first, second) == pytest.approx(cosine(second, first))
    assert cosine(first, first) == pytest.approx(1.0 if one else 0.0)
