from tests.ledger.people import NOW
from tests.ledger.sending import add_readers, leave

from inkwright.ledger.compared import Lost, held, lost
from inkwright.ledger.issues import freeze
from inkwright.ledger.open import Ledger
from inkwright.ledger.tables import delivery


def test_what_one_holds_and_another_does_not(ledger: Ledger):
    with ledger.write() as connection:
        add_readers(connection, 3)
        leave(connection, 3)
        copy = held(connection)
        add_readers(connection, 2, start=4)
        one = freeze(
            connection, "kv", subject="KV", from_addr="a@me.dev", body=b"x", list_="", lists=(), now=NOW
        )  # fmt: skip
        assert lost(held(connection), copy) == Lost(2, 0, {})
        connection.execute(
            delivery.update().where(delivery.c.issue == one.id, delivery.c.sub < 3).values(state="sent", sent_at=NOW)
        )
        here = held(connection)
    assert (len(copy.readers), len(copy.agreed), dict(copy.sent)) == (3, 2, {})
    assert lost(here, copy) == Lost(2, 0, {"kv": 2})
    assert not lost(here, here)
    assert not lost(copy, here)
    assert lost(copy.__class__(copy.readers, copy.readers, {}), copy) == Lost(0, 1, {})
