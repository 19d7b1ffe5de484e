from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.ledger.moment import Moment

MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.timezones())


@given(MOMENTS)
def test_a_moment_comes_back_to_the_microsecond(moment: datetime):
    kept = Moment().process_bind_param(moment, None)
    assert isinstance(kept, int)
    back = Moment().process_result_value(kept, None)
    assert back == moment.astimezone(UTC) and back.tzinfo is UTC


@given(MOMENTS, MOMENTS)
def test_later_is_greater(one: datetime, other: datetime):
    kept = [Moment().process_bind_param(moment.astimezone(UTC), None) for moment in (one, other)]
    assert (kept[0] < kept[1]) == (one.astimezone(UTC) < other.astimezone(UTC))


def test_a_moment_without_its_zone_is_refused_and_none_stays_none():
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 11, 21), None)
    assert Moment().process_bind_param(None, None) is None
    assert Moment().process_result_value(None, None) is None
    east = datetime(2026, 11, 21, 2, tzinfo=timezone(timedelta(hours=2)))
    west = datetime(2026, 11, 21, tzinfo=UTC)
    assert Moment().process_bind_param(east, None) == Moment().process_bind_param(west, None)
