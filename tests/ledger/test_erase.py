"""An erased reader is nowhere any more: not in a table, not in the bytes of the file."""

import contextlib
from pathlib import Path

from sqlalchemy import insert, select, text
from tests.ledger.people import NOW, hashed, reader

from inkwright.ledger.consent import history
from inkwright.ledger.erase import Erased, erase
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.ledger.outbox import queue
from inkwright.ledger.suppression import suppression_of
from inkwright.ledger.tables import click, delivery, issue, link, metadata, outbox, relay_event

EMAIL = "Ada.Lovelace@example.com"


def fill(ledger: Ledger) -> int:
    """A reader with something in every table that names readers; their id."""
    with ledger.write() as connection:
        id_ = reader(connection, EMAIL, name="Ada Lovelace")
        other = reader(connection, "bob@example.com")
        queue(connection, "confirm", "k", NOW, id_, {"to": EMAIL})
        queue(connection, "sign-up", "l", NOW, None, {"email": EMAIL, "norm": EMAIL.lower()})
        queue(connection, "sign-up", "m", NOW, None, {"email": "bob@example.com", "norm": "bob@example.com"})
        for number, state in enumerate(("sent", "queued", "retry", "failed"), 1):
            connection.execute(insert(issue).values(id=number, slug=f"s{number}", state="draft", made=NOW))
            for sub, addr in ((id_, EMAIL), (other, "bob@example.com")):
                connection.execute(insert(delivery).values(
                    issue=number, sub=sub, addr=addr, state=state, sent_at=NOW, relay_reply=f"550 <{addr}> no",
                ))  # fmt: skip
        connection.execute(insert(link).values(id=1, issue=1, url="https://example.com"))
        connection.execute(insert(click).values(link=1, sub=id_, kind="human", at=NOW))
        connection.execute(insert(relay_event).values(
            provider="ses", event_id="1", kind="bounce", sub=id_, at=NOW, detail=f"<{EMAIL}>",
        ))  # fmt: skip
    return id_


def test_nothing_names_them_any_more(ledger: Ledger):
    id_ = fill(ledger)
    with ledger.write(durable=True) as connection:
        address = hashed(connection, EMAIL)
        assert erase(connection, EMAIL.lower(), address, NOW) == Erased(True, 4)
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                shown = repr(tuple(row)).lower()
                assert "lovelace" not in shown, table.name
        assert history(connection, id_) == ()
        assert connection.execute(select(outbox.c.key)).scalars().all() == ["m"]
        found = suppression_of(connection, address)
        assert found is not None and found.reason == "erased"


def test_the_account_of_each_issue_still_sums_up(ledger: Ledger):
    id_ = fill(ledger)
    with ledger.write() as connection:
        erase(connection, EMAIL.lower(), hashed(connection, EMAIL), NOW)
        states = connection.execute(
            select(delivery.c.state, delivery.c.addr).where(delivery.c.sub == id_).order_by(delivery.c.issue)
        ).all()
        others = connection.execute(select(delivery.c.addr).where(delivery.c.sub != id_)).scalars().all()
    assert states == [("sent", ""), ("skipped", ""), ("skipped", ""), ("failed", "")]
    assert others == ["bob@example.com"] * 4


def test_twice_and_of_nobody(ledger: Ledger):
    fill(ledger)
    with ledger.write() as connection:
        erase(connection, EMAIL.lower(), hashed(connection, EMAIL), NOW)
        assert erase(connection, EMAIL.lower(), hashed(connection, EMAIL), NOW) == Erased(False, 0)
        nobody = hashed(connection, "nobody@example.com")
        assert erase(connection, "nobody@example.com", nobody, NOW) == Erased(False, 0)
        assert suppression_of(connection, nobody) is not None


def test_a_complaint_stays_a_complaint(ledger: Ledger):
    from inkwright.ledger.suppression import suppress

    with ledger.write() as connection:
        reader(connection, EMAIL)
        suppress(connection, hashed(connection, EMAIL), "complaint", NOW)
        erase(connection, EMAIL.lower(), hashed(connection, EMAIL), NOW)
        found = suppression_of(connection, hashed(connection, EMAIL))
    assert found is not None and found.reason == "complaint"


def test_the_bytes_of_the_file_do_not_hold_them_either(tmp_path: Path):
    with contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        fill(ledger)
        with ledger.write() as connection:
            for number in range(200):
                reader(connection, f"other{number}@example.com", name="x" * 100)
        with ledger.read() as connection:
            connection.execute(text("SELECT 1"))
        assert any(b"lovelace" in one.read_bytes().lower() for one in tmp_path.iterdir())
        with ledger.write(durable=True) as connection:
            erase(connection, EMAIL.lower(), hashed(connection, EMAIL), NOW)
        ledger.compact()
        held = {one.name: one.read_bytes().lower() for one in tmp_path.iterdir()}
    assert not [name for name, data in held.items() if b"lovelace" in data]
