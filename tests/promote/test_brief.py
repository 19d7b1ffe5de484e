"""What an interviewer would ask about sentences; the sentences are written for these tests."""

import pytest

from inkwright.promote.brief import ASKED, brief, title_question
from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scores
from inkwright.text.markdown import parse_text

AGAINST = "What speaks against {}, and when would it be right all the same?"
ELSE = "What else did you look at, and what decided it?"
PRICE = "When is that price too high?"


def asked(*texts):
    document = parse_text("\n\n".join(texts), "post.md")
    return brief(Scores(sayings(document, doubtful=True), "", lambda word: 1.0).scored)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("We serve the model in INT8 instead of FP16 since March.", AGAINST.format("FP16")),
        ("The server streams rows in chunks rather than buffering the whole answer.",
         AGAINST.format("buffering the whole answer")),
        ("Instead of locking the table while the copy runs, the job reads a snapshot.",
         AGAINST.format("locking the table while the copy runs")),
        ("Readers copy the page rather than sharing between readers and writers (see the patch).",
         AGAINST.format("sharing between readers and writers")),
        ("We moved the queue to Postgres in the spring of that year.",
         "What was wrong with the old way, and what did the change cost?"),
        ("After a week of trying, I settled on a single writer.", ELSE),
        ("For dates we rely on Arrow, which makes the format somebody else's work.", ELSE),
        ("The cache is faster at the expense of a second copy of each row.", PRICE),
        ("The two writers cost me an afternoon that I had planned otherwise.", "What would have spared you that?"),
        ("It turned out that the disk was never read at all.", "Why was that so, and how did you find out?"),
    ],
)  # fmt: skip
def test_a_choice_is_asked_about_in_its_own_words(text, question):
    assert [one for one, _ in asked(text)] == [question]


@pytest.mark.parametrize(
    "text",
    [
        "It needs that number more than once, or it falls over with six users.",
        "The memory is over when the bus is slow or the past is over.",
        "It helps the reader to learn rather than just to count the points.",
        "The timer fires before the queue is full rather than after.",
        "The card is tied up with old work instead of serving new requests.",
        "A later version will use a queue instead of a lock.",
        "People may run into a surprising number of small problems there.",
        "There is surprising depth in a table of four rows.",
        "If your results go onto paper rather than onto a wall, write them down.",
        "Would you take a queue instead of a lock for that?",
    ],
)
def test_what_is_no_choice_is_not_asked_about(text):
    assert asked(text) == ()


def test_choices_come_first_each_in_reading_order_and_never_too_many():
    texts = [f"Run {no} of the loader took {no + 10}{no} ms for the rows of the table {'abcdefghij'[no] * 4}."
             for no in range(10)]  # fmt: skip
    found = asked(*texts[:5], "We keep the log in a file instead of a table.", *texts[5:])
    assert len(found) <= ASKED and found[0][0] == AGAINST.format("a table")
    spans = [saying.span for _, saying in found[1:]]
    assert spans == sorted(spans) and spans
    assert asked() == asked("Nothing of note happened on that day in the office.") == ()


def test_nothing_is_asked_a_third_time():
    found = asked(
        "Reading the whole file took 48 seconds on the old disk.",
        "Sorting names by hand took 31 seconds with both of us.",
        "Writing pages back took 12 seconds from the laptop.",
    )
    assert len(found) == 2 and all(one.endswith("when would it be another number?") for one, _ in found)


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("INT8 vs FP16 for small models", "INT8 or FP16: which would you take today, and when the other?"),
        ("Measured: SQLite versus flat files", "SQLite or flat files: which would you take today, and when the other?"),
        ("What a cache costs", ""),
        ("How we thought about everything we knew vs what there was", ""),
        ("", ""),
    ],
)
def test_a_title_that_compares_is_asked_about(title, question):
    assert title_question(title) == question


@pytest.mark.parametrize(
    ("title", "two"),
    [
        ("Postgres or SQLite for a Queue", "Postgres or SQLite"),
        ("Logs: JSON Lines or SQLite", "JSON Lines or SQLite"),
        ("One or Two Things on Queues", ""),
        ("Should I Use Rust or Go", ""),
        ("Which or Why", ""),
    ],
)
def test_an_or_compares_in_a_comparison_alone(title, two):
    said = f"{two}: which would you take today, and when the other?" if two else ""
    assert title_question(title, comparison=True) == said
    assert title_question(title) == ""
