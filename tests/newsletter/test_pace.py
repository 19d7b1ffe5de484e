import pytest

from inkwright.newsletter.pace import Pace


def test_no_rate_is_no_limit() -> None:
    assert Pace(0, 0.0).ready(0.0, 1000) == 1000
    assert Pace(0, 0.0).wait() == 0.0


@pytest.mark.parametrize("rate", [0.5, 1, 7, 100])
def test_over_a_minute_no_more_goes_out_than_the_rate_allows(rate: float) -> None:
    pace, sent = Pace(rate, 0.0), 0
    for step in range(60_000):
        count = pace.ready(step / 1000, 1000)
        pace.spend(count)
        sent += count
    assert rate * 60 - 1 <= sent <= rate * 60 + 1


def test_after_a_pause_one_second_s_worth_goes_at_once_and_no_more() -> None:
    pace = Pace(10, 0.0)
    assert pace.ready(3600.0, 1000) == 10


def test_the_wait_is_as_long_as_it_takes() -> None:
    pace = Pace(4, 0.0)
    pace.spend(pace.ready(0.0, 9))
    assert pace.ready(0.0, 1) == 0
    assert pace.ready(pace.wait(), 1) == 1


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    pace = Pace(10, 100.0)
    pace.spend(pace.ready(100.0, 1))
    assert pace.ready(0.0, 1) == 0
    assert pace.ready(100.1, 9) == 1


def test_a_rate_that_is_shared_from_now_on() -> None:
    pace = Pace(10, 0.0)
    pace.ready(10.0, 0)
    pace.set_rate(5)
    assert pace.ready(10.0, 100) == 5
