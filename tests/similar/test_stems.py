import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.stems import root, roots, stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("cache", "caches", "caching", "cached"), ("query", "queries"), ("run", "runs", "running"), ("slow", "slowly"),
        ("batch", "batches", "batching", "batched"), ("process", "processes"), ("café", "cafe"), ("bus", "bus"),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("simulate", "simulation", "simulators", "simulating"), ("evict", "eviction", "evicted"),
        ("deploy", "deployments", "deployer"), ("schedule", "scheduler"), ("derived", "derivation"), ("int8", "int8"),
    ],
)  # fmt: skip
def test_noun_verb_and_doer_have_one_root(forms):
    assert len({root(form) for form in forms}) == 1
    assert roots(f"The {forms[0]} of {forms[-1]}") == [root(forms[0])] * 2


def test_words_of_different_meaning_keep_different_stems():
    assert len({stem(word) for word in ("cache", "cash", "class", "clash", "status", "state", "int8", "int4")}) == 8


def test_a_text_gives_its_words_without_those_that_say_nothing():
    assert stems("The caches of a GPU: what IS caching?") == [stem("cache"), "gpu", stem("cache")]
    assert stems("") == []


@given(st.text(alphabet=st.characters(categories=("Ll", "Nd")), max_size=20))
def test_a_stem_is_never_empty_nor_longer_than_what_it_came_from(word):
    short = stem(word)
    assert bool(short) == bool(word) or not word.isascii()
    assert not word.isascii() or len(short) <= len(word)
