from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.window import opens_at

BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("window", "now", "opens"),
    [
        ("", "2026-11-21T03:00", None),
        ("08:00-20:00", "2026-11-21T08:00", None),
        ("08:00-20:00", "2026-11-21T19:59", None),
        ("08:00-20:00", "2026-11-21T20:00", "2026-11-22T08:00"),
        ("08:00-20:00", "2026-11-21T07:59", "2026-11-21T08:00"),
        ("22:00-06:00", "2026-11-21T23:00", None),
        ("22:00-06:00", "2026-11-21T05:59", None),
        ("22:00-06:00", "2026-11-21T06:00", "2026-11-21T22:00"),
        ("09:00-09:00", "2026-11-21T03:00", None),
        ("08:00-20:00", "2026-12-31T21:00", "2027-01-01T08:00"),
    ],
)
def test_when_mail_may_go_out(window: str, now: str, opens: str | None) -> None:
    assert opens_at(window, at(now)) == (at(opens) if opens else None)


def test_the_night_in_which_the_clock_changes() -> None:
    found = opens_at("08:00-20:00", at("2026-10-24T21:00"))
    assert found is not None
    assert found.timestamp() - at("2026-10-24T21:00").timestamp() == 12 * 3600


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.times(), st.times())
def test_it_opens_within_a_day_and_is_open_then(now: datetime, start: object, end: object) -> None:
    window = f"{start:%H:%M}-{end:%H:%M}"
    found = opens_at(window, now.replace(tzinfo=BERLIN))
    if found is not None:
        assert timedelta() < found - now.replace(tzinfo=BERLIN) <= timedelta(days=1)
        assert opens_at(window, found) is None
