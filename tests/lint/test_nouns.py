"""What is a plural, as far as its form tells."""

import pytest

from inkwright.lint.nouns import COUNTED, SINGULAR, is_plural


@pytest.mark.parametrize("word", ["models", "files", "schemas", "classes", "queries"])
def test_plural(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize(
    "word", ["bus", "class", "analysis", "news", "statistics", "his", "pandas", "various", "a's", ""]
)
def test_no_plural(word: str) -> None:
    assert not is_plural(word)


def test_lists_do_not_contradict() -> None:
    assert not SINGULAR & COUNTED
