"""What must survive when an older copy takes the place of a ledger: everybody who has left since."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, select

from inkwright.ledger.consent import unsubscribe
from inkwright.ledger.erase import erase
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppress
from inkwright.ledger.tables import subscriber, suppression
from inkwright.model.subscriber import SuppressionReason


class Withdrawals(Struct, frozen=True):
    """Who may not be mailed to: addresses that unsubscribed, and suppressed hashes with reason and time."""

    unsubscribed: tuple[str, ...] = ()
    suppressed: tuple[tuple[bytes, SuppressionReason, datetime], ...] = ()


def withdrawals(connection: Connection) -> Withdrawals:
    """All withdrawals that a ledger knows."""
    left = select(subscriber.c.email_norm).where(subscriber.c.status == "unsubscribed").order_by(subscriber.c.id)
    rows = connection.execute(select(suppression.c.email_hmac, suppression.c.reason, suppression.c.at))
    stopped = tuple((bytes(row.email_hmac), row.reason, row.at) for row in rows)
    return Withdrawals(tuple(connection.execute(left).scalars()), stopped)


def carry_over(connection: Connection, known: Withdrawals, now: datetime) -> int:
    """Make them hold in an older ledger too; how many changed it. Readers erased since are erased again."""
    changed = 0
    for norm in known.unsubscribed:
        reader = find(connection, norm)
        changed += reader is not None and unsubscribe(connection, reader.id, now, "kept when a backup was restored")
    for hashed, reason, at in known.suppressed:
        if reason == "erased":
            named = select(subscriber.c.email_norm).where(subscriber.c.email_hmac == hashed)
            erased = connection.execute(named).scalar()
            if erased is not None:
                erase(connection, erased, hashed, now)
                changed += 1
                continue
        changed += suppress(connection, hashed, reason, at)
    return changed
