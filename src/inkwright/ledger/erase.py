"""Forgetting a reader: what is left is a hash of the address, so that no later import can bring it back."""

import json
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, delete, select, update

from inkwright.ledger.suppression import suppress
from inkwright.ledger.tables import click, delivery, outbox, relay_event, subscriber


class Erased(Struct, frozen=True):
    """What was forgotten: whether there was a reader, and in how many deliveries the address stood."""

    reader: bool
    deliveries: int


def erase(connection: Connection, email_norm: str, hashed: bytes, now: datetime) -> Erased:
    """Forget the reader of an address. Their deliveries stay in the account without an address; those still to do are
    skipped; what they said and clicked, and what waits for them, goes.
    `Ledger.compact` afterwards."""
    suppress(connection, hashed, "erased", now)
    waits = outbox.c.payload.contains(json.dumps(email_norm), autoescape=True)
    connection.execute(delete(outbox).where(outbox.c.sub.is_(None), waits))
    id_ = connection.execute(select(subscriber.c.id).where(subscriber.c.email_norm == email_norm)).scalar()
    if id_ is None:
        return Erased(False, 0)
    mine = delivery.c.sub == id_
    connection.execute(
        update(delivery).where(mine, delivery.c.state.in_(("queued", "retry"))).values(state="skipped", due=None)
    )
    blanked = connection.execute(update(delivery).where(mine).values(addr="", relay_reply="")).rowcount
    connection.execute(update(relay_event).where(relay_event.c.sub == id_).values(detail=""))
    connection.execute(update(click).where(click.c.sub == id_).values(sub=None))
    connection.execute(delete(subscriber).where(subscriber.c.id == id_))
    return Erased(True, blanked)
