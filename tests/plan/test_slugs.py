"""Slugs: short, hyphenated, NFC, readable in any script."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.plan.slugs import MAX_LENGTH, as_labelled, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("KV cache surprised me", "kv-cache-surprised-me"),
        ("What's new in C++ & C#?", "whats-new-in-cpp-and-csharp"),
        ("Über Größe: café naïve Łódź", "uber-grosse-cafe-naive-lodz"),
        ("3.5× faster, 1,000 rows", "3-5-faster-1-000-rows"),
        ("한글 제목과 KV 캐시", "한글-제목과-kv-캐시"),
        ("大規模モデルの推論", "大規模モデルの推論"),
        ("Что нового", "что-нового"),
        ("🚀🚀", "post"),
        ("   ", "post"),
        ("CON", "con-post"),
        ("index", "index-post"),
        ("a_b__c", "a-b-c"),
    ],
)
def test_titles(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_decomposed_and_composed_titles_meet() -> None:
    for title in ("한글", "café", "ガイド"):
        assert slug_of(unicodedata.normalize("NFD", title)) == slug_of(unicodedata.normalize("NFC", title))


def test_a_long_title_loses_small_words_first_then_its_end() -> None:
    title = "How we moved the training of our models to a fleet of spare machines in the cloud"
    assert slug_of(title) == "how-moved-training-models-fleet-spare-machines-cloud"
    assert slug_of("word " * 40) == "-".join(["word"] * 12)
    assert slug_of("x" * 200) == "x" * MAX_LENGTH


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_title_gives_a_sound_slug(title: str) -> None:
    slug = slug_of(title)
    assert 0 < len(slug) <= MAX_LENGTH + len("-post")
    assert unicodedata.is_normalized("NFC", slug)
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", re.sub(r"[\u0300-\U0001ffff]", "a", slug)), slug
    assert slug == slug.lower() or not slug.isascii()
    assert not any(char in slug for char in '/\\.:*?"<>| \t\n')


def test_a_typed_word_is_written_as_in_the_topics_label() -> None:
    assert as_labelled("sqlite", "SQLite") == "SQLite"
    assert as_labelled("gpu kernels", "GPU programming") == "GPU kernels"
    assert as_labelled("KV cache", "") == "KV cache"
