"""Which programs work with a ledger just now: those that send, and the servers for readers."""

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime

from inkwright.flows.newsletter_sit import alive
from inkwright.ledger.open import Ledger
from inkwright.ledger.senders import senders
from inkwright.ledger.servers import Running, put_up, servers, take_down
from inkwright.model.errors import LedgerError
from inkwright.process.living import host, lives, mark_of


@contextlib.contextmanager
def known_as_server(ledger: Ledger) -> Iterator[None]:
    """Inside the block the ledger knows that a server runs on it; servers that ended without a word are forgotten."""
    me = Running(host(), os.getpid(), mark_of(os.getpid()))
    with ledger.write() as connection:
        for one in servers(connection):
            if lives(one.host, one.pid, one.boot) is False:
                take_down(connection, one)
        put_up(connection, me)
    try:
        yield
    finally:
        with contextlib.suppress(LedgerError), ledger.write() as connection:
            take_down(connection, me)


def users(ledger: Ledger, now: datetime) -> tuple[list[str], list[str]]:
    """The programs that use a ledger, as words for the user: those that live, and those of which nobody here knows."""
    with ledger.read() as connection:
        sure = [f"a sending (process {one.pid} on {one.host})" for one in senders(connection, now, alive)]
        perhaps: list[str] = []
        for one in servers(connection):
            found = lives(one.host, one.pid, one.boot)
            if found is not False:
                said = f"`newsletter server` (process {one.pid} on {one.host})"
                (sure if found else perhaps).append(said)
    return sure, perhaps
