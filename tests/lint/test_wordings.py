"""Wordings find what their patterns say, however they are joined for speed."""

import importlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.claims import _ALL
from inkwright.lint.wordings import Wording, any_of, wording

_CLASSES = {"CATEGORY_DIGIT": list("0123456789")}

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


def test_pieces_that_each_match_holds_stand_behind_the_cues() -> None:
    assert wording("kind", "best no & best one", r"\bbest\b").beside == ("best", "one")
    assert wording("kind", "best no", r"\bbest\b").beside == ()


@pytest.mark.parametrize("one", [one for one in _ALL if one.beside], ids=lambda one: " ".join(sorted(one.cues)[:4]))
def test_each_match_of_a_wording_holds_one_of_its_pieces(one: Wording) -> None:
    tree = importlib.import_module("re._parser").parse(one.pattern.pattern)
    assert _holds_one(list(tree), one.beside)


def test_a_piece_that_a_match_can_do_without_is_told() -> None:
    tree = importlib.import_module("re._parser").parse(r"\b(?:best|worst)\s+(?:tools?)?\b(?!best)")
    assert _holds_one(list(tree), ("best", "worst"))
    assert not _holds_one(list(tree), ("best", "tool"))


def _holds_one(nodes: list[Any], pieces: tuple[str, ...]) -> bool:
    """Whether whatever a sequence of parsed nodes matches holds one of the pieces."""
    run = ""
    for operation, argument in nodes:
        name = str(operation)
        run = run + chr(argument) if name == "LITERAL" else ""
        if any(piece in run for piece in pieces) or _one_holds(name, argument, pieces):
            return True
    return False


def _one_holds(name: str, argument: Any, pieces: tuple[str, ...]) -> bool:
    """Whether whatever one parsed node matches holds one of the pieces."""
    if name == "IN":
        chars = [[chr(value)] if str(kind) == "LITERAL" else _CLASSES.get(str(value)) for kind, value in argument]
        return all(some and set(some) <= set(pieces) for some in chars)
    if name == "SUBPATTERN":
        return _holds_one(list(argument[3]), pieces)
    if name == "BRANCH":
        return all(_holds_one(list(branch), pieces) for branch in argument[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return argument[0] > 0 and _holds_one(list(argument[2]), pieces)
    return name == "ASSERT" and argument[0] == 1 and _holds_one(list(argument[1]), pieces)
