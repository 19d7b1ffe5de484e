from datetime import timedelta

import pytest

from inkwright.newsletter.retry import TRIES, wait


@pytest.mark.parametrize("soon", [False, True])
def test_eight_tries_end_within_48_hours_and_wait_longer_each_time(soon: bool) -> None:
    waits = [wait(number, 0.999, soon=soon) for number in range(1, TRIES)]
    assert all(waits)
    assert waits == sorted(waits)  # type: ignore[type-var]
    assert sum((one for one in waits if one), timedelta()) < timedelta(hours=48)
    assert wait(TRIES, 0.0, soon=soon) is None


def test_a_broken_connection_is_tried_again_soon_but_not_for_ever() -> None:
    assert wait(1, 0.0, soon=True) == timedelta(seconds=5)
    assert wait(3, 0.0, soon=True) == wait(3, 0.0) == timedelta(minutes=45)


def test_who_failed_together_does_not_come_back_together() -> None:
    assert wait(1, 0.0) == timedelta(minutes=5)
    assert wait(1, 1.0) == timedelta(minutes=6, seconds=15)
