from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.platforms.dates import is_future, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-11-21", "2026-11-21"),
        ("2026/1/5", "2026-01-05"),
        ("2026-11-21 09:30", "2026-11-21T09:30:00"),
        ("2026-11-21T09:30:15Z", "2026-11-21T09:30:15+00:00"),
        ("2026-11-21 09:30:15 -0500", "2026-11-21T09:30:15-05:00"),
        ("2026-11-21T09:30:15.123+01:00", "2026-11-21T09:30:15+01:00"),
        ("November 27, 2023", "2023-11-27"),
        ("Nov. 2nd 2023", "2023-11-02"),
        ("27 Nov 2023", "2023-11-27"),
        ("Mon, 27 Nov 2023 10:00:00 GMT", "2023-11-27"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3), "2026-01-02T03:00:00"),
        ("2023-27-11", ""),
        ("2023-02-30", ""),
        ("2023-02-03 25:00", ""),
        ("last-modified", ""),
        ("{{date}}", ""),
        ("Smarch 1, 2023", ""),
        ("", ""),
        (None, ""),
        (2023, ""),
        (True, ""),
        (["2023-01-01"], ""),
    ],
)
def test_dates_as_people_write_them(written, iso):
    assert iso_date(written) == iso


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_way_to_write_a_day_gives_the_same(day):
    ways = (day.isoformat(), day.isoformat().replace("-", "/"), f"{day:%B} {day.day}, {day.year}",
            f"{day.day} {day:%b} {day.year}")  # fmt: skip
    assert {iso_date(way) for way in ways} == {day.isoformat()}


@given(st.text(max_size=40))
def test_any_text_gives_a_readable_date_or_nothing(text):
    found = iso_date(text)
    assert found == "" or datetime.fromisoformat(found)
    assert iso_date(found) == found


def test_the_future_needs_both_days():
    assert is_future("2026-11-22T00:00:00+02:00", "2026-11-21")
    assert not is_future("2026-11-21T23:00:00", "2026-11-21")
    assert not is_future("2030-01-01", "")
    assert not is_future("", "2026-11-21")
