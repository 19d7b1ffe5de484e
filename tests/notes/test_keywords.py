"""Phrases that people typed, held against a post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.demand import Demand
from inkwright.notes.keywords import PostWords, is_question, sought, to_answer

POST = PostWords(
    "What the KV cache costs", "memory gpu", ("Sizing the cache", "Eviction"),
    "The cache grows with each token. " * 20 + "Quantising halves the cache in memory.",
)  # fmt: skip


def row(text, count=0, url=""):
    return Demand("T", "so", text, count, url=url)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kv cache costs", "title"), ("cache sizing", "heading"), ("cache token", "opening"),
        ("cache quantising", "text"), ("kv cache redis", ""), ("gpu memory", "text"),
    ],
)  # fmt: skip
def test_where_the_post_has_the_words(text, place):
    (found,) = sought([row(text)], POST)
    assert found.place == place


def test_what_the_post_is_not_about_is_left_out():
    assert sought([row("redis cluster failover"), row(""), row("how to"), row("cache in a redis cluster")], POST) == ()


def test_what_is_lacking_comes_first_then_what_is_wanted_most():
    rows = [row("kv cache", 5), row("kv cache on apple", 1), row("kv cache on amd", 9)]
    assert [one.demand.text for one in sought(rows, POST)] == ["kv cache on amd", "kv cache on apple", "kv cache"]


@pytest.mark.parametrize("text", ["how big is a kv cache", "KV cache too big?", "https://x.example/q why a kv cache"])
def test_questions(text):
    assert is_question(row(text))


def test_questions_come_with_their_address():
    rows = [row("how big is a kv cache (12 answers)", url="https://so.example/1"), row("kv cache size")]
    rows += [row("https://so.example/2 Is a kv cache worth it?")]
    assert to_answer(sought(rows, POST)) == [
        "how big is a kv cache? https://so.example/1", "Is a kv cache worth it? https://so.example/2",
    ]  # fmt: skip


@given(st.lists(st.text()), st.text(), st.text())
def test_any_phrases_and_any_post(texts, title, prose):
    found = sought(map(row, texts), PostWords(title, "", (), prose))
    assert len(found) <= len(texts) and len(to_answer(found)) <= len(found)
