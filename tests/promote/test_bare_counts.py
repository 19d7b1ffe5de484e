"""A number with nothing to count leans on the sentence before it; one that counts something does not."""

import pytest

from inkwright.promote.bare_counts import counts_unnamed
from inkwright.promote.standing import stands_alone

LEANS = (
    "Nineteen answer in 20 ms, and one takes nine seconds.",
    "Two of them never came back from the queue.",
    "Only three of those were read by anybody.",
    "Seven failed because the disk of the host was full.",
    "Twelve are slower than the mean of the month.",
    "At least 14 never reach the second stage of the pipeline.",
    "19 answer in 20 ms, and one takes nine seconds.",
    "45 were dropped before the worker saw the first byte.",
    "The other eleven wait for a lock that nobody holds.",
    "Twenty-one pass, and nobody looked at the rest.",
    "Both run on the same machine and share its disk.",
    "Most have a timeout that was copied from the example.",
)
STANDS = (
    "Nineteen requests answer in 20 ms, and one takes nine seconds.",
    "Twelve failed requests cost more than a thousand good ones.",
    "Two cache lines share what one core writes.",
    "Thirty trained people could not read the chart.",
    "One in five engineers keeps a log of what went wrong.",
    "404 is what a reader sees when the slug has changed.",
    "20 ms is what a reader does not notice.",
    "2024 was the year in which our tests began to fail at night.",
    "Ten percent of the traffic goes to the new model.",
    "Five fast workers beat ten slow ones on this queue.",
    "Half the memory goes to sessions that nobody uses.",
    "One click to roll back is worth a day of review.",
    "Zero cost to the reader is what a cache should have.",
    "A queue of nineteen answers in 20 ms when it is warm.",
    "",
)


@pytest.mark.parametrize("text", LEANS)
def test_a_count_of_what_is_not_named_leans(text: str) -> None:
    assert counts_unnamed(text) and not stands_alone(text)


@pytest.mark.parametrize("text", STANDS)
def test_a_count_of_something_does_not(text: str) -> None:
    assert not counts_unnamed(text)
