from tests.ledger.people import NOW, later

from inkwright.ledger.issues import freeze
from inkwright.ledger.marks import agreed_at, get_mark, restored_at, set_agreed, set_mark, set_restored
from inkwright.ledger.open import Ledger


def test_a_ledger_knows_when_it_was_restored_last(ledger: Ledger):
    with ledger.write() as connection:
        assert restored_at(connection) is None
        set_restored(connection, NOW)
        set_restored(connection, later(1))
        assert restored_at(connection) == later(1)


def test_that_the_owner_agreed_is_known_issue_by_issue(ledger: Ledger):
    with ledger.write() as connection:
        assert agreed_at(connection, 1) is None
        set_agreed(connection, 1, NOW)
        set_agreed(connection, 1, later(2))
        assert (agreed_at(connection, 1), agreed_at(connection, 11)) == (later(2), None)


def test_a_clock_that_was_set_back_keeps_no_issue_from_being_asked_about(ledger: Ledger):
    with ledger.write() as connection:
        freeze(connection, "kv", subject="", from_addr="", body=b"x", list_="", lists=(), now=later(60))
        set_restored(connection, NOW)
        found = restored_at(connection)
        assert found is not None and found > later(60)
        set_agreed(connection, 1, NOW)
        assert agreed_at(connection, 1) == found


def test_a_fact_is_kept_and_forgotten(ledger: Ledger):
    with ledger.write() as connection:
        set_mark(connection, "a", "1")
        set_mark(connection, "b", "2")
        set_mark(connection, "a", "")
        assert (get_mark(connection, "a"), get_mark(connection, "b")) == ("", "2")
