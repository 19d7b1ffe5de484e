"""What changes for people, before how it works; the sentences are written for these tests."""

import pytest

from inkwright.measure.impact import LEAST, impact


@pytest.mark.parametrize(
    "text",
    [
        "Users waited nine seconds, and half of them left.",
        "It saves a third of the bill.",
        "Customers lost their carts when the queue was full.",
        "Everybody on call sleeps again, because nobody pays for the retry.",
    ],
)
def test_what_changes_for_people_comes_first(text):
    assert impact(text) >= LEAST


@pytest.mark.parametrize(
    "text",
    [
        "We quantise the weights to INT8 using a fused kernel so that users wait less.",
        "The scheduler batches tokens by endpoint.",
        "The teams of three companies met in May.",
        "The cache decides how many users there are.",
        "",
    ],
)
def test_the_means_first_or_nobody_named_is_no_impact(text):
    assert impact(text) < LEAST
