"""Who is sending: a row for each program, with its heartbeat. One at a time on a SQLite file, several on PostgreSQL."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, text, update

from inkwright.ledger.tables import sender
from inkwright.model.delivery import Sender

BEAT = timedelta(seconds=15)
"""How often a sender says that it is alive."""
LEASE = timedelta(seconds=60)
"""How long a sender that says nothing is believed to live, and how long the readers it took are its own.

**Source:** own choice: four heartbeats, so that a machine under load is not taken for dead."""

Alive = Callable[[Sender], bool | None]
"""Whether the process of a sender lives: None where this machine cannot know."""


def ledger_time(connection: Connection, wall: datetime) -> datetime:
    """What time it is for all senders: the clock of PostgreSQL, which they share; on SQLite that of this machine."""
    if connection.dialect.name != "postgresql":
        return wall
    found: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    return found


def sit_down(connection: Connection, me: Sender, alive: Alive) -> Sender | None:
    """Become a sender; the one that is in the way, or None when nobody is. Rows of the dead are removed.

    To be called in a transaction that writes: on SQLite nobody comes between.
    """
    others = live(connection, me.beat, alive)
    if others and connection.dialect.name == "sqlite":
        return others[0]
    connection.execute(insert(sender).values(_row(me)))
    return None


def live(connection: Connection, now: datetime, alive: Alive) -> list[Sender]:
    """The senders that live, the oldest first; rows of the others are removed."""
    kept = senders(connection, now, alive)
    connection.execute(delete(sender).where(sender.c.owner.not_in([one.owner for one in kept])))
    return kept


def senders(connection: Connection, now: datetime, alive: Alive) -> list[Sender]:
    """The senders that live, the oldest first; changes nothing."""
    rows = select(
        sender.c.owner, sender.c.host, sender.c.pid, sender.c.boot, sender.c.started, sender.c.beat
    ).order_by(sender.c.started, sender.c.owner)  # fmt: skip
    found = [Sender(*row) for row in connection.execute(rows)]
    return [one for one in found if _lives(one, now, alive)]


def beat(connection: Connection, owner: str, now: datetime) -> bool:
    """Say that a sender lives; False when it was given up, and must not go on."""
    return connection.execute(update(sender).where(sender.c.owner == owner).values(beat=now)).rowcount == 1


def stand_up(connection: Connection, owner: str) -> None:
    """Stop being a sender."""
    connection.execute(delete(sender).where(sender.c.owner == owner))


def _lives(one: Sender, now: datetime, alive: Alive) -> bool:
    """By its process where that can be seen, else by its heartbeat; one in the future comes from a clock set back."""
    known = alive(one)
    return abs(now - one.beat) < LEASE if known is None else known


def _row(me: Sender) -> dict[str, object]:
    return {"owner": me.owner, "host": me.host, "pid": me.pid, "boot": me.boot, "started": me.started, "beat": me.beat}
