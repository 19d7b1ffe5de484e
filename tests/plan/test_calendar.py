"""The calendar file, read by a parser that is not ours."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from inkwright.model.week import WEEK, Sitting, slot
from inkwright.model.zones import zone
from inkwright.plan.calendar import calendar
from inkwright.plan.week import week

NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)
SITTINGS = week([slot(text) for text in WEEK], date(2027, 3, 22), zone("Europe/Berlin"), "kv")


def events(text: str) -> list:
    return Calendar.from_ical(text).walk("VEVENT")


def test_five_events_that_sum_to_four_hours() -> None:
    found = events(calendar(SITTINGS, "KV", NOW))
    assert sum((one.end - one.start).total_seconds() for one in found) == 4 * 3600
    assert [str(one["UID"]) for one in found] == [one.uid for one in SITTINGS]
    assert [str(one["SUMMARY"]) for one in found][3:] == ["Edit and code: KV", "Proof and publish: KV"]
    assert str(found[1]["DESCRIPTION"]) == "inkwright write kv"
    assert all(one["DTSTAMP"].dt == NOW for one in found)


def test_times_follow_the_clock_of_the_zone_over_a_change() -> None:
    slots = [slot("sat 19:00 30 outline"), slot("sun 19:00 30 draft")]
    found = events(calendar(week(slots, date(2027, 3, 27), zone("Europe/Berlin")), "", NOW))
    assert [(one.start.day, one.start.hour) for one in found] == [(27, 18), (28, 17)]


def test_no_sitting_is_an_empty_calendar() -> None:
    assert events(calendar([], "KV", NOW)) == []


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200), st.text("a,;\\nN:é漢😀 ", max_size=200))
def test_any_title_is_folded_and_comes_back(title: str, what: str) -> None:
    sitting = Sitting(NOW, 30, "x", what.strip(), "1@inkwright")
    text = calendar([sitting], title, NOW)
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    (event,) = events(text)
    assert str(event.get("DESCRIPTION", "")) == what.strip()
    plain = "".join(sign if sign >= " " and sign != "\x7f" else " " for sign in " ".join(title.splitlines()))
    assert str(event["SUMMARY"]) == (f"X: {plain}" if title else "X")
