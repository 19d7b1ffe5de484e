"""Readers in the ledger: found, listed, counted, put in. What changes their status is in `consent`."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update

from inkwright.ledger.audience import has_tag, may_be_mailed
from inkwright.ledger.once import insert_once
from inkwright.ledger.tables import subscriber, suppression
from inkwright.model.subscriber import NewSubscriber, Standing, Status, Subscriber, SuppressionReason

SALT = 16
"""Bytes that make the tokens of each reader their own."""
AT_ONCE = 500
"""Rows of one statement: every build of SQLite takes so many values."""
_ALL = (
    subscriber.c.id, subscriber.c.email, subscriber.c.email_norm, subscriber.c.name, subscriber.c.status,
    subscriber.c.created, subscriber.c.confirmed, subscriber.c.tags, subscriber.c.token_salt,
)  # fmt: skip


def find(connection: Connection, email_norm: str) -> Subscriber | None:
    """The reader of an address, None when there is none."""
    row = connection.execute(select(*_ALL).where(subscriber.c.email_norm == email_norm)).first()
    return None if row is None else _subscriber(row)


def find_id(connection: Connection, id_: int) -> Subscriber | None:
    """The reader with an id, None when there is none (any more)."""
    row = connection.execute(select(*_ALL).where(subscriber.c.id == id_)).first()
    return None if row is None else _subscriber(row)


def hash_of_id(connection: Connection, id_: int) -> bytes | None:
    """The `address_hash` of a reader, None when there is none."""
    found = connection.execute(select(subscriber.c.email_hmac).where(subscriber.c.id == id_)).scalar()
    return None if found is None else bytes(found)


def standings(connection: Connection, norms: Iterable[str]) -> dict[str, Standing]:
    """Id, status and name of those of many addresses that are readers; at most `AT_ONCE` of them are asked for."""
    wanted = list(norms)
    if not wanted:
        return {}
    asked = select(subscriber.c.email_norm, subscriber.c.id, subscriber.c.status, subscriber.c.name, subscriber.c.tags)
    return {
        row.email_norm: Standing(row.id, row.status, row.name, split_tags(row.tags))
        for row in connection.execute(asked.where(subscriber.c.email_norm.in_(wanted)))
    }


def put_in(connection: Connection, new: Sequence[NewSubscriber]) -> dict[str, int]:
    """Add readers whose addresses are not there yet; the ids of those who were put in, by address. Who is there, also
    by another program in this moment, is left alone. Say with `consent.record` why."""
    if not new:
        return {}
    rows = [
        {
            "email": one.email, "email_norm": one.email_norm, "email_hmac": one.email_hmac, "name": one.name,
            "status": one.status, "created": one.created, "confirmed": one.confirmed, "tags": join_tags(one.tags),
            "token_salt": secrets.token_bytes(SALT),
        }
        for one in sorted(new, key=lambda one: one.email_norm)  # in one order: programs then cannot block each other
    ]  # fmt: skip
    putting = insert_once(connection, subscriber).returning(subscriber.c.id, subscriber.c.email_norm)
    return {row.email_norm: row.id for row in connection.execute(putting, rows)}


def set_name(connection: Connection, id_: int, name: str) -> None:
    """Call a reader so from now on."""
    connection.execute(update(subscriber).where(subscriber.c.id == id_).values(name=name))


def everyone(
    connection: Connection, status: Status | None = None, tag: str = ""
) -> Iterator[tuple[Subscriber, SuppressionReason | None]]:
    """All readers, of one status or with one tag where that is given, by their id, each with why they are suppressed.
    They are not held in memory."""
    asked = select(*_ALL, suppression.c.reason).order_by(subscriber.c.id)
    asked = asked.outerjoin(suppression, suppression.c.email_hmac == subscriber.c.email_hmac)
    if status:
        asked = asked.where(subscriber.c.status == status)
    if tag:
        asked = asked.where(has_tag(tag))
    found = connection.execute(asked, execution_options={"yield_per": 1000})
    return ((_subscriber(row), row.reason) for row in found)


def counts(connection: Connection) -> dict[Status, int]:
    """How many readers there are of each status; every status is named."""
    asked = select(subscriber.c.status, func.count()).group_by(subscriber.c.status)
    found: dict[Status, int] = {"active": 0, "pending": 0, "unsubscribed": 0}
    found.update((row[0], row[1]) for row in connection.execute(asked))
    return found


def count_mailed(connection: Connection) -> int:
    """How many readers may be mailed to now: active, and nothing stands against them."""
    return connection.execute(select(func.count()).select_from(subscriber).where(may_be_mailed())).scalar_one()


def count_tags(connection: Connection) -> dict[str, int]:
    """How many active readers have each tag, by its name."""
    asked = select(subscriber.c.tags, func.count()).where(subscriber.c.status == "active").group_by(subscriber.c.tags)
    found: dict[str, int] = {}
    for tags, count in connection.execute(asked):
        for tag in split_tags(tags):
            found[tag] = found.get(tag, 0) + count
    return dict(sorted(found.items()))


def join_tags(tags: Iterable[str]) -> str:
    """Tags as the table keeps them: each once, in order, between commas. Raises ValueError for one with a comma."""
    kept = sorted(set(tags))
    if any("," in tag or not tag for tag in kept):
        raise ValueError("a tag may not be empty or hold a comma")
    return f",{','.join(kept)}," if kept else ","


def split_tags(kept: str) -> tuple[str, ...]:
    """The tags of what the table keeps."""
    return tuple(tag for tag in kept.split(",") if tag)


def _subscriber(row: Any) -> Subscriber:
    return Subscriber(
        row.id, row.email, row.email_norm, row.name, row.status, row.created, row.confirmed, split_tags(row.tags),
        bytes(row.token_salt),
    )  # fmt: skip
