"""What a point is, told by its words; false friends are left alone."""

import pytest

from inkwright.plan.signs import HEADED, KINDS, LABELLED, STRONG, TITLED, signs

SHOWN = {
    "error": ("The job failed at night.", "Symptom: requests hang."),
    "figure": ("It took 40 ms.", "Throughput is twice as large.", "We measured it."),
    "comparison": ("Triton vs CUDA", "It is faster than the loop."),
    "limit": ("Don't use it for writes.", "Only if the row fits on chip."),
    "belief": ("I thought that it was the disk.", "It turned out to be the cache."),
    "picture": ("Imagine a bus with one passenger.",),
    "cause": ("Why every deploy drops requests", "The problem is the queue."),
    "need": ("You need Python 3.11.", "The driver must be current: at least 550."),
    "design": ("It has three components.", "The file is split into blocks."),
    "step": ("Put the shape in the key.", "First, warm it up."),
    "view": ("I think tests should fail loudly.", "My view: not worth the code."),
    "task": ("TODO the second half",),
    "question": ("Does it hold on CPU?",),
    "link": ("See also the manual.", "https://example.org/a"),
}


def test_every_kind_is_shown_here() -> None:
    assert SHOWN.keys() == KINDS.keys()


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SHOWN.items() for text in texts])
def test_words_show_what_a_point_is(name: str, text: str) -> None:
    found = signs(text)[name]
    assert found.strength >= STRONG
    assert found.seen in text


@pytest.mark.parametrize(("text", "name"), [
    ("Copy of the next batch runs meanwhile.", "step"), ("Everything compiles at the first call.", "step"),
    ("Released on 2026-11-21 as v2.10.", "figure"), ("The rebuilt index is a file.", "error"),
    ("This is how to do it in one query.", "task"), ("At most 64 warps live there.", "limit"),
    ("It runs because it must.", "cause"),
])  # fmt: skip
def test_false_friends(text: str, name: str) -> None:
    assert name not in signs(text)


def test_what_the_author_says_counts_most() -> None:
    assert signs("Limits I see: no control inside a tile.")["limit"].strength == LABELLED
    assert signs("No control.", "Limits")["limit"].strength == HEADED
    assert signs("No control.", "", "The limits of tiles")["limit"].strength == TITLED
    assert signs("") == {}
