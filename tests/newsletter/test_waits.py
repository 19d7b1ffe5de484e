from datetime import UTC, datetime, timedelta

from inkwright.newsletter.waits import Waits

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_a_wait_is_told_once_and_the_next_one_again():
    told: list[tuple[datetime, str]] = []
    waits = Waits(lambda until, why: told.append((until, why)))
    for second in range(60):
        waits.until(NOW + MINUTE + timedelta(seconds=second % 7), NOW + timedelta(seconds=second))
    waits.until(NOW + 3 * MINUTE, NOW + MINUTE)
    assert told == [(NOW + MINUTE, ""), (NOW + 3 * MINUTE, "")]


def test_short_waits_are_not_worth_a_word_and_other_reasons_are():
    told: list[str] = []
    waits = Waits(lambda until, why: told.append(why))
    waits.until(NOW + timedelta(seconds=2), NOW)
    waits.until(NOW + MINUTE, NOW)
    waits.until(NOW + MINUTE, NOW, "no relay")
    waits.until(NOW + MINUTE, NOW, "no relay")
    assert told == ["", "no relay"]
