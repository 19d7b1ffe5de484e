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


@pytest.mark.parametrize(
    "text", ["version 3.11", "v3.6.0", "in 2026", "issue 4123", "Python 3", "the 2nd try", "p99", "the 1970s"]
)
def test_no_amounts(text: str) -> None:
    assert not signs.QUANTITY.search(text)


def test_a_post_without_sentences_has_no_scores() -> None:
    assert Scores((), "x", lambda word: 1.0).scored == ()
    assert set(ENOUGH) == {"finding", "surprise", "why", "limits", "takeaway", "question", "detail"}


@pytest.mark.parametrize(
    ("text", "unreal"),
    [
        ("If 90 ms were the 99th percentile, 40 of the 4,000 pages could be slower.", True),
        ("Our 40 pages would be slower if the cache was cold.", True),
        ("Had the cache been cold, 40 pages would be slower.", True),
        ("If the cache is cold, 40 of the 4,000 pages are slower.", False),
        ("We asked if the cache was cold, and 40 pages were slower.", False),
    ],
)
def test_what_would_be_is_no_finding(text: str, unreal: bool) -> None:
    (one,) = Scores(sayings(parse_text(text)), "pages", lambda word: 3.0).scored
    assert bool(signs.CONTRARY.search(text)) is unreal
    assert (one.worth["finding"] < 0) is unreal


def detail(sentence: str, about: str = "sessions") -> float:
    (one,) = Scores(sayings(parse_text(sentence)), about, lambda word: 3.0).scored
    return one.worth["detail"]


@pytest.mark.parametrize(
    ("strange", "plain"),
    [
        ("Under load the TTFT of the server rose by 12 ms.", "Under load the wait of the server rose by 12 ms."),
        ("At level c128 the server answers in 12 ms.", "At level 128 the server answers in 12 ms."),
        ("A smaller T_max makes the server answer in 12 ms.", "A smaller limit makes the server answer in 12 ms."),
    ],
)
def test_a_name_that_nobody_was_told_of_costs(strange: str, plain: str) -> None:
    assert detail(strange) < detail(plain)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Under load the TTFT of the server rose by 12 ms.", "TTFT under load"),
        ("Under load the first token (TTFT) of the server came 12 ms later.", "sessions"),
        ("Under load the GPU of the server ran at 12 % for 40 GB.", "sessions"),
    ],
)
def test_a_name_that_readers_know_costs_nothing(sentence: str, about: str) -> None:
    found = Scores((), about, lambda word: 3.0)
    assert found._strange(sentence) == 0


@pytest.mark.parametrize(
    "text",
    [
        "We tested transfers of up to 8 GB on the two servers.",
        "Block size is 16 tokens for the cache in memory.",
        "We used two nodes with eight cards each for the test.",
    ],
)
def test_how_it_was_tried(text: str) -> None:
    assert signs.SET_UP.search(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm currently living in Oslo with a cat of ten pounds.",
        "I have a PhD in physics from a school in the south.",
        "Ann Bell is a data engineer at a bank in the north.",
        "She earned a degree in physics at a school in the south.",
        "We compare the cache of the old server with the new one.",
        "In the second half, we look at the cache of a server.",
    ],
)
def test_who_somebody_is_and_what_the_post_does(sentence: str) -> None:
    assert signs.PERSONAL.search(sentence) or signs.METHOD.match(sentence)


def test_who_somebody_is_is_told_to_nobody() -> None:
    plain = detail("A data engineer at a bank in the north kept the cache.")
    assert detail("Ann Bell is a data engineer at a bank in the north.") < plain - 1
    assert not signs.PERSONAL.search("I'm a bit surprised that the cache is slow.")
    assert not signs.METHOD.match("We measured 40 ms on the old server.")


def test_a_sentence_that_begins_with_the_subject_is_worth_more() -> None:
    assert detail("Sessions now take 12 ms on a server.") > detail("A server now takes 12 ms for sessions.")


@pytest.mark.parametrize("text", ["The survey will take about 15 minutes of your time.", "My name is Ann, from Oslo."])
def test_how_it_came_about(text: str) -> None:
    assert signs.PROCESS.search(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("User experience has always been an important focus of the project.", True),
        ("In a world where memory is dear, each byte counts.", True),
        ("The cache is twice as fast as the file.", False),
        ("Working with tables that have long names can be tedious.", False),
    ],
)
def test_commonplaces(text: str, said: bool) -> None:
    assert bool(signs.GENERAL.search(text)) is said


def test_a_label_is_no_sentence_of_its_own() -> None:
    assert detail("Database file size limits: users may set a limit for each file.") < detail(
        "Database files are limited: users may set a limit for each file."
    )
