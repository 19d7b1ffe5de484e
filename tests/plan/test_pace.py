"""Pace against a draft of 2,000 words in 2-3 hours, and the one message past eight hours."""

import pytest

from inkwright.plan.pace import due, long_enough, pace


@pytest.mark.parametrize(("words", "where"), [(600, "below"), (667, "within"), (1000, "within"), (1001, "above")])
def test_pace_of_an_hour(words: int, where: str) -> None:
    assert f"{words:,} words an hour, {where}" in pace(words, 60)


def test_too_short_and_cuts_have_no_pace() -> None:
    assert pace(300, 9) == pace(-40, 60) == pace(0, 60) == ""


def test_eight_hours_are_said_once() -> None:
    assert long_enough(479, False) == ""
    assert "8 hours" in long_enough(480, False)
    assert long_enough(600, True) == ""


@pytest.mark.parametrize(
    ("date", "said"),
    [("2026-11-21", "(today)"), ("2026-11-22", "(tomorrow)"), ("2026-12-01", "in 10 days"), ("soon", "by soon."),
     ("2026-11-01", "You meant to publish it by 2026-11-01")],
)  # fmt: skip
def test_the_date_to_publish_by(date: str, said: str) -> None:
    assert said in due(date, "2026-11-21")


def test_no_date_says_nothing() -> None:
    assert due("", "2026-11-21") == ""
