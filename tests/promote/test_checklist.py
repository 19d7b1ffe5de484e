"""Eleven items with their days."""

import pytest

from inkwright.model.errors import UsageError
from inkwright.promote.checklist import ITEMS, due, finished, named, states


def test_four_of_the_day_three_of_the_week_four_that_go_on() -> None:
    phases = [item.phase for item in ITEMS]
    assert phases == ["day"] * 4 + ["week"] * 3 + ["ongoing"] * 4
    assert len({item.id for item in ITEMS}) == 11


def test_days_are_counted_from_the_posts_date() -> None:
    found = {item.id: item for item in states("2026-12-28T09:00:00+01:00", "tutorial", {"x": "2026-12-29"})}
    assert found["linkedin"].due == "2026-12-28"
    assert found["people"].due == "2027-01-04"
    assert found["links"].due == "2027-01-27"
    assert found["x"].done == "2026-12-29"
    assert not found["x"].open and found["linkedin"].open


@pytest.mark.parametrize("date", ["", "soon", "2026-13-01", "9999-12-30"])
def test_a_date_that_is_none_gives_no_day(date: str) -> None:
    assert due(date, 7) == ""


def test_an_answer_is_asked_for_tutorials_only_and_never_taken_back() -> None:
    assert next(item for item in states("", "opinion", {}) if item.id == "answer").left_out == "not a tutorial"
    assert next(item for item in states("", "tutorial", {}) if item.id == "answer").open
    assert next(item for item in states("", "opinion", {"answer": "2026-11-21"}) if item.id == "answer").done


def test_done_when_nothing_is_open() -> None:
    done = {item.id: "2026-11-21" for item in ITEMS if item.id != "answer"}
    assert finished(states("2026-11-01", "opinion", done))
    assert not finished(states("2026-11-01", "tutorial", done))


@pytest.mark.parametrize(
    ("typed", "item"), [("linkedin", "linkedin"), ("LinkedIn", "linkedin"), ("3", "reddit"), ("read", "readme")]
)
def test_an_item_is_named_by_its_name_a_beginning_or_its_number(typed: str, item: str) -> None:
    assert named(typed) == item


@pytest.mark.parametrize("typed", ["", "0", "12", "l", "nothing"])
def test_what_names_no_item_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="there is no item"):
        named(typed)
