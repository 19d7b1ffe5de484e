from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from inkwright.ledger import relay_events
from inkwright.ledger.open import Ledger
from inkwright.ledger.tables import delivery, issue
from inkwright.model.feedback import Feedback, SoftBounce

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def told(name: str, kind: str = "soft") -> Feedback:
    return Feedback("mailbox", name, kind, said="x" * 900)


def test_an_event_counts_once_for_each_relay(ledger: Ledger) -> None:
    with ledger.write() as connection:
        assert relay_events.record_event(connection, told("a"), NOW, 5, 1)
        assert not relay_events.record_event(connection, told("a", "hard"), NOW, 5, 1)
        assert relay_events.record_event(connection, Feedback("ses", "a", "hard"), NOW)
        assert relay_events.count_events(connection, NOW) == {"hard": 1, "soft": 1}
        assert relay_events.count_events(connection, NOW + DAY) == {}


def test_soft_bounces_of_one_reader(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for name, days, sub, number in (("a", 20, 5, 1), ("b", 9, 5, 2), ("c", 2, 5, None), ("d", 2, 6, 3)):
            relay_events.record_event(connection, told(name), NOW - days * DAY, sub, number)
        relay_events.record_event(connection, told("e", "complaint"), NOW, 5, 4)
        found = relay_events.soft_bounces(connection, 5, NOW - 14 * DAY)
    assert found == [SoftBounce(2, NOW - 9 * DAY), SoftBounce(0, NOW - 2 * DAY)]


def test_what_the_relay_took(ledger: Ledger) -> None:
    with ledger.write() as connection:
        connection.execute(insert(issue), [{"id": n, "slug": str(n), "state": "draft", "made": NOW} for n in (1, 2, 3)])
        rows = [(1, "sent", NOW - 20 * DAY), (2, "sent", NOW - DAY), (3, "failed", None)]
        connection.execute(
            insert(delivery),
            [{"issue": n, "sub": 5, "addr": "a@b.org", "state": state, "sent_at": at} for n, state, at in rows],
        )
        assert relay_events.taken_by_relay(connection, 5, NOW - 14 * DAY) == [SoftBounce(2, NOW - DAY)]
