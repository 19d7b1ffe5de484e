"""What sentences are worth."""

import pytest

from inkwright.promote import signs
from inkwright.promote.sayings import sayings
from inkwright.promote.score import ENOUGH, Scores
from inkwright.text.markdown import parse_text

from .sample import POST


def best(role: str) -> str:
    found = Scores(sayings(parse_text(POST)), "Why our cache of sessions was slow", lambda word: 3.0).scored
    return max(found, key=lambda one: one.worth[role]).saying.text


def test_each_role_has_its_sentence() -> None:
    assert "31 ms of the 48 ms" in best("finding") or "12 times faster" in best("finding")
    assert "every page slow" in best("why")
    assert "does not hold" in best("limits") or "cannot tell" in best("limits")
    assert "5 ms for a small value" in best("takeaway") or "before you blame" in best("takeaway")
    assert best("question").endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "48 ms",
        "12 times",
        "3x faster",
        "20.4 %",
        "1 GiB",
        "half of it",
        "$1.40",
        "from 14.0 to 11.5 seconds",
        "7,000 users",
    ],
)
def test_amounts(text: str) -> None:
    assert signs.QUANTITY.search(text)


@pytest.mark.parametrize("text", ["version 3.11", "v3.6.0", "in 2026", "issue 4123", "Python 3", "the 2nd try", "p99"])
def test_no_amounts(text: str) -> None:
    assert not signs.QUANTITY.search(text)


def test_a_post_without_sentences_has_no_scores() -> None:
    assert Scores((), "x", lambda word: 1.0).scored == ()
    assert set(ENOUGH) == {"finding", "surprise", "why", "limits", "takeaway", "question", "detail"}
