from datetime import timedelta

from tests.ledger.sending import NOW, somebody

from inkwright.ledger.open import Ledger
from inkwright.ledger.senders import LEASE, beat, ledger_time, live, sit_down, stand_up
from inkwright.model.delivery import Sender


def unknown(one: Sender) -> None:
    return None


def test_a_file_has_one_sender_and_a_server_has_many(ledger: Ledger) -> None:
    with ledger.write() as connection:
        assert sit_down(connection, somebody("first"), unknown) is None
        there = sit_down(connection, somebody("second"), unknown)
        if ledger.dialect == "sqlite":
            assert there is not None
            assert there.owner == "first"
        else:
            assert there is None
            assert [one.owner for one in live(connection, NOW, unknown)] == ["first", "second"]


def test_a_dead_sender_is_in_nobodys_way(ledger: Ledger) -> None:
    with ledger.write() as connection:
        sit_down(connection, somebody("dead", pid=7), unknown)
        assert sit_down(connection, somebody("me"), lambda one: one.pid != 7) is None
        assert [one.owner for one in live(connection, NOW, unknown)] == ["me"]


def test_who_cannot_be_seen_is_believed_by_the_heartbeat(ledger: Ledger) -> None:
    with ledger.write() as connection:
        sit_down(connection, somebody("far"), unknown)
        assert len(live(connection, NOW + LEASE - timedelta(seconds=1), unknown)) == 1
        assert beat(connection, "far", NOW + LEASE)
        assert len(live(connection, NOW + LEASE + timedelta(seconds=50), unknown)) == 1
        assert len(live(connection, NOW + LEASE * 2, unknown)) == 0
        assert not beat(connection, "far", NOW)


def test_a_heartbeat_from_the_future_is_of_a_clock_that_was_set_back(ledger: Ledger) -> None:
    with ledger.write() as connection:
        sit_down(connection, somebody("before", at=NOW + timedelta(hours=1)), unknown)
        assert sit_down(connection, somebody("me"), unknown) is None


def test_who_stands_up_is_no_sender_any_more(ledger: Ledger) -> None:
    with ledger.write() as connection:
        sit_down(connection, somebody("me"), unknown)
        stand_up(connection, "me")
        assert live(connection, NOW, unknown) == []


def test_senders_on_a_server_have_one_clock(ledger: Ledger) -> None:
    with ledger.read() as connection:
        found = ledger_time(connection, NOW)
    assert found.tzinfo is not None
    assert (found == NOW) is (ledger.dialect == "sqlite")
