import threading
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from inkwright.ledger import outbox
from inkwright.ledger.open import Ledger

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_key_is_put_in_once(ledger: Ledger) -> None:
    with ledger.write() as connection:
        assert outbox.queue(connection, outbox.SIGN_UP, "a", NOW, payload={"email": "é@example.org"})
        assert not outbox.queue(connection, outbox.SIGN_UP, "a", NOW, payload={"email": "other"})
        assert outbox.count_waiting(connection, outbox.SIGN_UP) == 1
    with ledger.write() as connection:
        taken = outbox.take(connection, outbox.SIGN_UP, NOW)
        assert taken is not None
        assert (taken.payload, taken.attempts, taken.subscriber) == ({"email": "é@example.org"}, 1, None)
        assert outbox.take(connection, outbox.SIGN_UP, NOW) is None
        assert outbox.take(connection, outbox.CONFIRM, NOW + timedelta(days=1)) is None


def test_what_is_due_first_comes_first_and_nothing_comes_early(ledger: Ledger) -> None:
    with ledger.write() as connection:
        outbox.queue(connection, "mail", "late", NOW, due=NOW + 2 * SECOND)
        outbox.queue(connection, "mail", "soon", NOW, due=NOW + SECOND)
        assert outbox.take(connection, "mail", NOW) is None
        found = [outbox.take(connection, "mail", NOW + 5 * SECOND) for _ in range(3)]
    assert [item and item.id for item in found] == [2, 1, None]


def test_who_died_with_it_in_hand_loses_nothing_and_settles_nothing(ledger: Ledger) -> None:
    with ledger.write() as connection:
        outbox.queue(connection, "mail", "a", NOW)
        first = outbox.take(connection, "mail", NOW)
        assert outbox.take(connection, "mail", NOW + outbox.HELD - SECOND) is None
        second = outbox.take(connection, "mail", NOW + outbox.HELD)
        assert first is not None
        assert second is not None
        assert second.attempts == 2
        assert not outbox.mark_sent(connection, first, "250 late")
        assert not outbox.drop(connection, first)
        assert outbox.mark_sent(connection, second, "250 ok")
        assert not outbox.put_back(connection, second, NOW, "twice")
        assert outbox.count_waiting(connection, "mail") == 0
        assert outbox.take(connection, "mail", NOW + timedelta(days=9)) is None


def test_putting_back_and_giving_up(ledger: Ledger) -> None:
    with ledger.write() as connection:
        outbox.queue(connection, "mail", "a", NOW)
        item = outbox.take(connection, "mail", NOW)
        assert item is not None
        assert outbox.put_back(connection, item, NOW + SECOND, "451 later " + "x" * 900)
        assert outbox.take(connection, "mail", NOW) is None
        item = outbox.take(connection, "mail", NOW + SECOND)
        assert item is not None
        assert outbox.mark_failed(connection, item, "550 no")
        assert outbox.count_since(connection, "mail", NOW - SECOND) == 1
        assert outbox.count_since(connection, "mail", NOW) == 0
        assert connection.execute(text("SELECT state, reply FROM outbox")).one() == ("failed", "550 no")


def test_two_who_take_at_once_never_take_the_same(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for number in range(40):
            outbox.queue(connection, "mail", str(number), NOW)
    taken: list[int] = []

    def work() -> None:
        while True:
            with ledger.write() as connection:
                item = outbox.take(connection, "mail", NOW)
            if item is None:
                return
            taken.append(item.id)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 41))
