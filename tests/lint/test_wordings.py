"""Wordings find what their patterns say, however they are joined for speed."""

import re

from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.wordings import any_of, wording

PATTERNS = (
    r"\bis\s+best\b",
    r"\b(?:no|any)\s+one\b",
    r"\bbest\b|,\s*no\b",
    r"(?:^|[,;]\s*)so\s+[A-Z]+\b",
    r"\b[a|b]\s+one\b",
    r"\bI\s+\Sno\b",
)
WORDS = st.lists(
    st.sampled_from(["is", "best", "no", "any", "one", ",", ";", "so", "a", "|", "i", "xno", " "]), max_size=9
)


@given(WORDS, st.lists(st.sampled_from(PATTERNS), min_size=1, unique=True))
def test_joined_patterns_find_what_each_finds(words: list[str], patterns: list[str]) -> None:
    text = " ".join(words)
    plain = re.search("|".join(f"(?:{pattern})" for pattern in patterns), text, re.I)
    found = wording("kind", "", *patterns).pattern.search(text)
    assert (found and found.span()) == (plain and plain.span())


def test_words_of_an_alternation_are_tried_longest_first() -> None:
    assert any_of("no no_one team*") == r"(?:no\s+one|team\w*|no)"
