from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.cadence import cadence, calendar, step_said

TODAY = "2026-11-21"


def every(days, count, last="2026-11-15"):
    end = date.fromisoformat(last)
    return [(end - timedelta(days * no)).isoformat() for no in range(count)]


def test_the_step_is_a_little_beyond_what_is_usual():
    found = cadence(every(20, 7), TODAY)
    assert (found.posts, found.last, found.every, found.step, found.due) == (7, "2026-11-15", 20, 18, "2026-12-03")
    assert found.ground == "a little beyond"


def test_nobody_is_pushed_below_a_week_and_who_writes_daily_may():
    weekly, quick = cadence(every(7, 7), TODAY), cadence(every(2, 7, TODAY), TODAY)
    assert (weekly.step, quick.step) == (7, 2)
    assert step_said(weekly) == "That is often enough: the next by 2026-11-22."
    assert step_said(quick) == "That is often enough: the next by 2026-11-23."


def test_posts_of_one_day_are_one_and_the_first_after_years_brings_no_haste():
    """A blog in two languages, a post a day in one week of 2023, and one today: nobody is asked for one tomorrow."""
    imported = [day for day in every(1, 7, "2023-07-13") for _ in range(2)]
    found = cadence([*imported, TODAY], TODAY)
    assert (found.posts, found.every, found.step, found.due) == (15, 1, 7, "2026-11-28")
    assert cadence([TODAY] * 9, TODAY).ground == "too early"


def test_a_pause_resets_nothing_and_begins_today():
    found = cadence(every(20, 7, "2026-06-01"), TODAY)
    assert (found.ground, found.every, found.step, found.due) == ("after a pause", 20, 20, "2026-12-11")


def test_only_the_last_intervals_say_what_is_usual():
    """Seven weekly posts after a year of monthly ones: a week is usual."""
    assert cadence([*every(30, 12, "2026-09-20"), *every(7, 7)], TODAY).every == 7


def test_a_goal_of_ones_own_goes_first():
    found = cadence(every(20, 7), TODAY, goal=14)
    assert (found.ground, found.step, found.due) == ("goal", 14, "2026-11-29")
    assert cadence(every(20, 7, "2026-06-01"), TODAY, goal=14).due == "2026-12-05"
    assert cadence([], TODAY, goal=14).due == "2026-12-05"


@pytest.mark.parametrize("days", [[], ["2026-11-01"], every(20, 3), ["", "2027-01-01"]])
def test_too_early(days):
    found = cadence(days, TODAY)
    assert (found.ground, found.step, found.due, found.every) == ("too early", None, "", None)
    assert len(found.months) == 12 and found.months[-1][0] == "2026-11"


@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 12, 31)).map(date.isoformat)), st.integers(0, 60))
def test_what_is_proposed_lies_ahead_and_no_post_is_lost(days, goal):
    found = cadence(days, TODAY, goal)
    assert found.due == "" or found.due >= TODAY
    assert found.posts == sum(day <= TODAY for day in days)
    assert sum(count for _, count in found.months) == sum("2025-12-01" <= day <= TODAY for day in days)


def test_a_month_as_lines():
    assert calendar(["2026-11-01", "2026-11-21", "2026-10-02"], "2026-11") == [
        "                   ●", " 2  3  4  5  6  7  8", " 9 10 11 12 13 14 15", "16 17 18 19 20  ● 22",
        "23 24 25 26 27 28 29", "30",
    ]  # fmt: skip
