"""The outbox: what is to go out once, besides issues. Written in the transaction that decides it, dealt with later.

Who takes something out holds it for a while (`due` is then the end of that while); when they die it is taken again, so
nothing is lost, and at most the one thing that was in their hands is done twice.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from inkwright.ledger.tables import outbox
from inkwright.model.outgoing import Outgoing

SIGN_UP = "sign-up"
"""Kind: somebody filled in the form; nobody has looked at the address yet."""
CONFIRM = "confirm"
"""Kind: the mail that asks a reader to confirm."""
HELD = timedelta(minutes=2)
"""How long something taken belongs to who took it. **Source:** own choice: above the time-outs of one mail."""


def queue(
    connection: Connection,
    kind: str,
    key: str,
    now: datetime,
    subscriber: int | None = None,
    payload: Mapping[str, Any] | None = None,
    due: datetime | None = None,
) -> bool:
    """Put something in, due at once unless told; False when the same `key` was put in before."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    made = insert(outbox).values(
        kind=kind, key=key, sub=subscriber, payload=json.dumps(payload or {}), state="queued", made=now, due=due or now
    )
    new = made.on_conflict_do_nothing(index_elements=["key"]).returning(outbox.c.id)
    return connection.execute(new).first() is not None


def take(connection: Connection, kind: str, now: datetime) -> Outgoing | None:
    """Take out what is due first, None when nothing is. It must be settled within `HELD`."""
    due = (
        select(outbox.c.id)
        .where(outbox.c.kind == kind, outbox.c.state.in_(("queued", "attempting")), outbox.c.due <= now)
        .order_by(outbox.c.due, outbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(
        update(outbox)
        .where(outbox.c.id == due.scalar_subquery())
        .values(state="attempting", attempts=outbox.c.attempts + 1, due=now + HELD)
        .returning(outbox.c.id, outbox.c.kind, outbox.c.sub, outbox.c.attempts, outbox.c.payload)
    ).first()
    return None if row is None else Outgoing(row.id, row.kind, row.sub, row.attempts, json.loads(row.payload))


def mark_sent(connection: Connection, item: Outgoing, reply: str) -> bool:
    """The relay took it; False when somebody else has taken it meanwhile."""
    return _settle(connection, item, state="sent", due=None, reply=reply)


def mark_failed(connection: Connection, item: Outgoing, reply: str) -> bool:
    """It will not be tried again; False when somebody else has taken it meanwhile."""
    return _settle(connection, item, state="failed", due=None, reply=reply)


def put_back(connection: Connection, item: Outgoing, due: datetime, reply: str) -> bool:
    """To be tried again from `due` on; False when somebody else has taken it meanwhile."""
    return _settle(connection, item, state="queued", due=due, reply=reply)


def drop(connection: Connection, item: Outgoing) -> bool:
    """Forget it, payload and all; False when somebody else has taken it meanwhile."""
    return connection.execute(delete(outbox).where(*_mine(item))).rowcount == 1


def count_since(connection: Connection, kind: str, since: datetime) -> int:
    """How many of a kind were put in after a moment, whatever became of them."""
    counted = select(func.count()).select_from(outbox).where(outbox.c.kind == kind, outbox.c.made > since)
    return connection.execute(counted).scalar_one()


def count_waiting(connection: Connection, kind: str) -> int:
    """How many of a kind are not settled."""
    open_ = outbox.c.state.in_(("queued", "attempting"))
    return connection.execute(select(func.count()).select_from(outbox).where(outbox.c.kind == kind, open_)).scalar_one()


def is_due(connection: Connection, kind: str, now: datetime) -> bool:
    """Whether `take` would find something."""
    open_ = outbox.c.state.in_(("queued", "attempting"))
    return bool(connection.execute(select(exists().where(outbox.c.kind == kind, open_, outbox.c.due <= now))).scalar())


def put_in_at(connection: Connection, kind: str, subscriber: int) -> tuple[datetime, ...]:
    """When things of a kind were put in for a reader, oldest first."""
    found = select(outbox.c.made).where(outbox.c.kind == kind, outbox.c.sub == subscriber).order_by(outbox.c.made)
    return tuple(connection.execute(found).scalars())


def _mine(item: Outgoing) -> tuple[Any, ...]:
    """Still in the hands of who took it: each taking raises the number of attempts."""
    return outbox.c.id == item.id, outbox.c.state == "attempting", outbox.c.attempts == item.attempts


def _settle(connection: Connection, item: Outgoing, **values: Any) -> bool:
    values["reply"] = str(values["reply"])[:500]
    return connection.execute(update(outbox).where(*_mine(item)).values(**values)).rowcount == 1
