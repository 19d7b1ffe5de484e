"""What tests of sending share: a ledger with readers and a frozen issue."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, insert, update

from inkwright.ledger.issues import freeze, turn
from inkwright.ledger.open import Ledger
from inkwright.ledger.tables import sender, subscriber
from inkwright.model.delivery import Issue, Sender

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LEASE = NOW + timedelta(minutes=1)


def add_readers(connection: Connection, count: int, tags: str = ",", start: int = 1) -> list[int]:
    """`reader1@example.org` and so on, all active; their ids."""
    rows = [
        {
            "id": number, "email": f"reader{number}@example.org", "email_norm": f"reader{number}@example.org",
            "email_hmac": sha256(str(number).encode()).digest(), "name": f"Reader {number}", "status": "active",
            "created": NOW, "confirmed": NOW, "tags": tags, "token_salt": sha256(str(number).encode()).digest()[:16],
        }
        for number in range(start, start + count)
    ]  # fmt: skip
    connection.execute(insert(subscriber), rows)
    return [row["id"] for row in rows]  # type: ignore[misc]


def sitting(connection: Connection, *owners: str) -> None:
    """Senders that live."""
    rows = [{"owner": one, "host": "here", "pid": 1, "boot": "b", "started": NOW, "beat": NOW} for one in owners]
    connection.execute(insert(sender), rows)


def sending(ledger: Ledger, count: int, *, list_: str = "", lists: Sequence[str] = (), body: bytes = b"body") -> Issue:
    """An issue to so many new readers, which the sender `me` may send."""
    with ledger.write() as connection:
        add_readers(connection, count)
        sitting(connection, "me")
        made = freeze(
            connection, "post", subject="Hello", from_addr="ada@me.dev", body=body, list_=list_, lists=lists, now=NOW
        )
        turn(connection, made.id, ["frozen"], "sending")
    return made


def leave(connection: Connection, id_: int) -> None:
    """A reader unsubscribes."""
    connection.execute(update(subscriber).where(subscriber.c.id == id_).values(status="unsubscribed"))


def somebody(owner: str, *, pid: int = 1, at: datetime = NOW) -> Sender:
    return Sender(owner, "here", pid, "boot", at, at)
