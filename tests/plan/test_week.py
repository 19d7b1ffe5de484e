"""The slots of a week on real days."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.week import DAYS, WEEK, slot
from inkwright.model.zones import zone
from inkwright.plan.week import first_day, week

SLOTS = [slot(text) for text in WEEK]


def test_the_default_week_is_four_hours_from_monday_to_friday() -> None:
    found = week(SLOTS, date(2027, 1, 4), UTC, "kv")
    assert [one.start.date().isoformat() for one in found] == [f"2027-01-0{day}" for day in range(4, 9)]
    assert [one.minutes for one in found] == [30, 60, 60, 60, 30]
    commands = ["outline", "write", "write", "check", "checklist"]
    assert [one.command for one in found] == [f"inkwright {verb} kv" for verb in commands]


def test_a_week_that_begins_midway_waits_for_its_first_day() -> None:
    assert week(SLOTS, date(2027, 1, 6), UTC)[0].start.date() == date(2027, 1, 11)


def test_no_post_no_command_and_a_strange_id_is_quoted() -> None:
    assert {one.command for one in week(SLOTS, date(2027, 1, 4), UTC)} == {""}
    assert week(SLOTS, date(2027, 1, 4), UTC, "-a b")[0].command == "inkwright outline -- '-a b'"


def test_uids_stay_and_differ() -> None:
    later = [slot(text.replace("19:00", "06:30")) for text in WEEK]
    first, again = week(SLOTS, date(2027, 1, 4), UTC, "kv"), week(later, date(2027, 1, 2), UTC, "kv")
    assert [one.uid for one in first] == [one.uid for one in again]
    twice = week([SLOTS[0], SLOTS[0]], date(2027, 1, 4), UTC, "kv")
    other = week(SLOTS, date(2027, 1, 4), UTC, "mmap")
    assert len({one.uid for one in (*first, *twice, *other)}) == 5 + 1 + 5


def test_a_slot_that_has_begun_is_not_today() -> None:
    monday = date(2027, 1, 4)
    assert first_day(SLOTS, datetime(2027, 1, 4, 18, 59, tzinfo=UTC)) == monday
    assert first_day(SLOTS, datetime(2027, 1, 4, 19, 0, tzinfo=UTC)) == date(2027, 1, 5)
    assert first_day([], datetime(2027, 1, 4, 19, 0, tzinfo=UTC)) == monday


@given(
    st.lists(st.tuples(st.sampled_from(DAYS), st.integers(0, 23), st.integers(1, 480)), max_size=9),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
)
def test_each_slot_keeps_its_day_and_its_hour_and_none_goes_back(
    chosen: list[tuple[str, int, int]], start: date
) -> None:
    slots = [slot(f"{day} {hour}:05 {minutes} draft") for day, hour, minutes in chosen]
    found = week(slots, start, zone("Europe/Berlin"))
    days = [start, *(one.start.date() for one in found)]
    assert days == sorted(days)
    for (day, hour, minutes), one in zip(chosen, found, strict=True):
        assert (DAYS[one.start.weekday()], one.start.hour, one.minutes) == (day, hour, minutes)
