"""Content words: what carries meaning, and which forms are one word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.content import content_stems, content_words, is_content, stem, stems_of


def test_small_words_and_figures_carry_no_meaning() -> None:
    assert content_words("The queue was written to 3 disks, wasn’t it?") == ["queue", "written", "disks"]
    assert content_stems("of the and 12") == frozenset()


def test_forms_of_one_word_share_a_stem() -> None:
    for forms in (("query", "queries"), ("batch", "batching", "batched"), ("measure", "measures", "measured")):
        assert len({stem(form) for form in forms}) == 1, forms


def test_a_compound_counts_whole_and_in_parts() -> None:
    assert stems_of(["fine-tuning"]) >= {"fine-tuning", stem("tuning")}


@given(st.text(alphabet="abcdefgst-'’é漢1 ", max_size=40))
@settings(max_examples=60, deadline=None)
def test_stems_are_never_empty_and_words_are_content(text: str) -> None:
    assert all(is_content(word) for word in content_words(text))
    assert all(content_stems(text)) or not content_stems(text)
