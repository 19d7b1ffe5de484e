"""What one would ask about a number; the sentences are written for these tests."""

import pytest

from inkwright.promote.figures import figure_question

MEASURED = "How did you measure {}, and when would it be another number?"
AGAINST = "{} against what, and how did you measure it?"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The new loader is 2.7 times faster on the same disk.", AGAINST.format("2.7 times")),
        ("Batching gives 5× more requests a card.", AGAINST.format("5×")),
        ("The new path is 2–3× faster.", AGAINST.format("2–3×")),
        ("It reduced the wait by 69%-80% at noon.", AGAINST.format("69%-80%")),
        ("The copy reached 4.7–4.9 GB/s.", "What holds it at 4.7–4.9 GB/s, and what would you try next?"),
        ("This reduced the memory of a page by at least 50%.", AGAINST.format("50%")),
        ("The tail dropped from 4.3 seconds to just 0.6 seconds.",
         "What brought it from 4.3 seconds to 0.6 seconds, and how do you know?"),
        ("Only ~55% of requests succeed.", MEASURED.format("~55%")),
        ("Every request waits 140 ms at noon.", "Is 140 ms a mean or a percentile, and under what load?"),
        ("The median request waits 140 ms at noon.", MEASURED.format("140 ms")),
        ("The service reached 2.2k tokens/s on one card.",
         "What holds it at 2.2k tokens/s, and what would you try next?"),
        ("The cache of one user takes 16 GB.", "What takes up the 16 GB, and how does that grow?"),
        ("A month of this cost $1,200 in the end.", "What is in the $1,200, and what is left out?"),
        ("Moving the tables took 3 weeks.", "Where did the 3 weeks go, and what would make it less?"),
        ("In the survey 85% use one kind of card.", "Of how many is 85%, and who was asked?"),
        ("Kwon and colleagues measured that 20 % of the memory held tokens.",
         "How did they measure 20 %, and would you find the same?"),
    ],
)  # fmt: skip
def test_a_result_is_asked_about_by_what_it_counts(text, question):
    assert figure_question(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "Take Llama 2 7B, which has 32 layers and shows the point best.",
        "The 70B model needs more than the 8B.",
        "It was distilled into sizes from 1.5B to 70B, which made it go further.",
        "The mid-1900s saw many of these tables.",
        "We ran 8x of the small one and saw the same.",
        "In 2024 we began with version 3.2, which took patience.",
        "Each block holds 128 tokens.",
        "The load went up at 20 QPS.",
        "",
    ],
)
def test_what_is_no_result_is_not_asked_about(text):
    assert figure_question(text) == ""


def test_a_count_is_asked_about_where_it_is_bound_to_data():
    assert figure_question("The file holds 50,000 rows.") == ""
    assert figure_question("The file holds 50,000 rows.", measured=True) == MEASURED.format("50,000 rows")
