"""Whether a sentence speaks at large, and where its verbs stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.claim_signs import EFFECTS
from inkwright.lint.claim_subject import at_large, tells_own, verbs

SOME = ("the", "most", "a", "if", "when", ",", "in", "teams", "is", "nobody", "half", "of", "we", "than", "3", "more")


def split(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words in lower case, and the comma or colon behind each."""
    pieces = text.lower().split()
    return tuple(piece.rstrip(",:") for piece in pieces), tuple(piece[len(piece.rstrip(",:")) :] for piece in pieces)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Open offices destroy concentration", 0),
        ("And so small teams ship more", 2),
        ("In practice, feature flags outlive their purpose", 2),
        ("When reviews stall, engineers lose momentum", 3),
        ("The average request waits two days", 0),
        ("Adding people makes incidents longer", 0),
        ("A context switch costs an hour", 0),
    ],
)
def test_statements_at_large(text: str, start: int) -> None:
    said = at_large(*split(text))
    assert said is not None
    assert said.at == start


@pytest.mark.parametrize(
    "text",
    [
        "Pin the version of the image",
        "The second index is faster than it",
        "It destroys all concentration",
        "If you raise the limit, teams wait longer",
        "Seven readers wrote back",
        "Latency: teams wait longer",
        "When reviews stall and engineers lose momentum",
    ],
)
def test_other_sentences(text: str) -> None:
    assert at_large(*split(text)) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("our teams ship more", True),
        ("teams in my field ship more", False),
        ("teams of this size ship more", False),
        ("this team ships more", True),
        ("teams could ship more", True),
        ("teams ship more", False),
    ],
)
def test_own_case(text: str, own: bool) -> None:
    assert tells_own(tuple(text.split())) is own


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Open offices destroy concentration", ["destroy"]),
        ("The cost of the cuts", []),
        ("Caching drastically reduces load", ["reduces"]),
        ("Users don't improve it", ["improve"]),
        ("To improve", []),
    ],
)
def test_verbs(text: str, found: list[str]) -> None:
    words, gaps = split(text)
    said = at_large(words, gaps)
    assert [words[at] for at in verbs(said, EFFECTS)] == found if said else found == []


@given(st.lists(st.sampled_from(SOME), min_size=4))
def test_any_words_have_a_subject_inside(words: list[str]) -> None:
    said = at_large(tuple(words), ("",) * len(words))
    assert said is None or 0 <= said.at < len(words) - 1
