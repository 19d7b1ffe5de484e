import pytest

from inkwright.measure.traffic import Quarters, quarters

TODAY = "2026-11-21"


@pytest.mark.parametrize(
    ("views", "found"),
    [
        ({}, Quarters(0, 0, False)),
        ({"2026-11-20": 10, "2026-07-01": 100}, Quarters(10, 100, True)),
        ({"2026-11-20": 50, "2026-07-01": 100}, Quarters(50, 100, False)),
        ({"2026-11-20": 1, "2026-07-01": 49}, Quarters(1, 49, False)),
        ({"2026-07-01": 100}, Quarters(0, 100, False)),
        ({"2026-08-23": 1, "2026-08-22": 60, "2026-05-24": 7, "2026-05-23": 7}, Quarters(1, 67, True)),
    ],
)
def test_a_fall_is_half_of_what_was_enough_and_counted(views, found):
    assert quarters(views, TODAY) == found
