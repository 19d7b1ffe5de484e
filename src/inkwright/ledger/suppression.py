"""Addresses that are never mailed to. They are known by a hash only; what is here wins over any consent."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from inkwright.ledger.once import insert_once
from inkwright.ledger.tables import suppression
from inkwright.model.subscriber import Suppression, SuppressionReason

STRENGTH: tuple[SuppressionReason, ...] = ("soft-bounces", "hard-bounce", "owner", "erased", "complaint")
"""A stronger reason takes the place of a weaker one, never the other way round."""


def suppress(connection: Connection, address: bytes, reason: SuppressionReason, now: datetime) -> bool:
    """Never mail to an address (its `address_hash`) again; False when that was so for at least as strong a reason."""
    return bool(suppress_many(connection, [(address, reason, now)]))


def suppress_many(connection: Connection, rows: Sequence[tuple[bytes, SuppressionReason, datetime]]) -> int:
    """As `suppress` for many; how many rows are new or of a stronger reason now."""
    known = suppressed(connection, [address for address, _, _ in rows])
    changed = 0
    for address, reason, at in sorted(rows, key=lambda row: row[0]):  # in one order, as `subscribers.put_in`
        before = known.get(address)
        if before is not None and STRENGTH.index(before) >= STRENGTH.index(reason):
            continue
        if before is None:
            connection.execute(insert_once(connection, suppression).values(email_hmac=address, reason=reason, at=at))
        else:
            named = suppression.c.email_hmac == address
            connection.execute(update(suppression).where(named).values(reason=reason, at=at))
        known[address] = reason
        changed += 1
    return changed


def suppressed(connection: Connection, addresses: Iterable[bytes]) -> dict[bytes, SuppressionReason]:
    """Those of some addresses that are suppressed, with the reason."""
    wanted = list(addresses)
    if not wanted:
        return {}
    found = select(suppression.c.email_hmac, suppression.c.reason).where(suppression.c.email_hmac.in_(wanted))
    return {bytes(row.email_hmac): row.reason for row in connection.execute(found)}


def suppression_of(connection: Connection, address: bytes) -> Suppression | None:
    """Why an address is never mailed to, None when nothing stands against it."""
    found = select(suppression.c.reason, suppression.c.at).where(suppression.c.email_hmac == address)
    row = connection.execute(found).first()
    return None if row is None else Suppression(row.reason, row.at)


def count_suppressed(connection: Connection) -> dict[SuppressionReason, int]:
    """How many addresses are suppressed for each reason that there is."""
    asked = select(suppression.c.reason, func.count()).group_by(suppression.c.reason)
    return {row[0]: row[1] for row in connection.execute(asked)}


def lift(connection: Connection, address: bytes) -> bool:
    """Take an address off the list; False when it is not on it, or for a complaint, which stays for ever."""
    named = (suppression.c.email_hmac == address) & (suppression.c.reason != "complaint")
    return connection.execute(delete(suppression).where(named)).rowcount == 1
