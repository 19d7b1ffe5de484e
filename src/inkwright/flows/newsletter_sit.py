"""Becoming a sender: nobody else on the same file, and what dead senders left is put in order."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_book import CANCELLED, SEEN, freed
from inkwright.flows.newsletter_clock import SendClock
from inkwright.ledger.deliveries import release, shift, skip_rest
from inkwright.ledger.issues import issues
from inkwright.ledger.marks import get_mark, set_mark
from inkwright.ledger.open import Ledger
from inkwright.ledger.senders import ledger_time, live, senders, sit_down, stand_up
from inkwright.model.delivery import Policy, Sender
from inkwright.model.errors import LedgerError, UsageError
from inkwright.process.living import host, lives, mark_of
from inkwright.workspace.folder import Workspace

_SET_BACK = timedelta(seconds=2)
"""A difference that is no accident of two clocks read one after the other."""


def alive(one: Sender) -> bool | None:
    """Whether the process of a sender lives."""
    return lives(one.host, one.pid, one.boot)


def sending_now(workspace: Workspace, now: datetime) -> Sender | None:
    """The program that sends from the file of this workspace just now; None for nobody, and where several may."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = senders(connection, now, alive)
    return found[0] if found and ledger.dialect == "sqlite" else None


def require_alone(workspace: Workspace, now: datetime) -> None:
    """Raises UsageError while somebody else sends from the file of this workspace: before anything is changed."""
    other = sending_now(workspace, now)
    if other is not None:
        raise _in_the_way(other)


@contextmanager
def seat(
    ledger: Ledger, wall: Callable[[], datetime], seconds: Callable[[], float], policy: Policy
) -> Iterator[tuple[Sender, SendClock]]:
    """Be a sender inside the block. Raises UsageError when another one uses the same file."""
    with ledger.write(durable=True) as connection:
        start = ledger_time(connection, wall())
        pid = os.getpid()
        me = Sender(uuid.uuid4().hex, host(), pid, mark_of(pid), start, start)
        other = sit_down(connection, me, alive)
        if other is not None:
            raise _in_the_way(other)
        _put_in_order(connection, start, policy)
    try:
        yield me, SendClock(wall, seconds, start)
    finally:
        with suppress(LedgerError), ledger.write() as connection:  # who cannot say goodbye is known by the process
            stand_up(connection, me.owner)


def _in_the_way(other: Sender) -> UsageError:
    return UsageError(
        f"another program is sending from this ledger (process {other.pid} on {other.host})",
        hint="Let it end, or stop it, then run this again; only a ledger on PostgreSQL takes several.",
    )


def _put_in_order(connection: Connection, now: datetime, policy: Policy) -> None:
    """Free whom dead senders had taken; undo what a clock that was set back since would make them wait for."""
    seen = get_mark(connection, SEEN)
    back = datetime.fromisoformat(seen) - now if seen else timedelta()
    owners = [one.owner for one in live(connection, now, alive)]
    for issue in issues(connection, ["sending", "paused", "cancelled"]):
        release(connection, issue.id, freed(policy), owners=owners, now=now)
        if issue.state == "cancelled":
            skip_rest(connection, issue.id, CANCELLED)
        if back > _SET_BACK:
            shift(connection, issue.id, -back)
    set_mark(connection, SEEN, now.isoformat())
