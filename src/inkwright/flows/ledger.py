"""Which ledger a workspace has, opened: the database that INKWRIGHT_LEDGER names, else `private/inkwright.db`."""

import contextlib
from collections.abc import Iterator, Mapping
from datetime import datetime

from inkwright.flows.ledger_place import FILE, ledger_place
from inkwright.ledger.backup import daily_backup
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import PRIVATE, make_private

BACKUPS = f"{PRIVATE}/backup"


def ledger_of(workspace: Workspace, environment: Mapping[str, str] | None = None) -> Ledger:
    """The ledger of a workspace, made when missing. The caller closes it.

    Raises LedgerError when it cannot be used, UsageError when INKWRIGHT_LEDGER names nothing that can be one.
    """
    where = ledger_place(workspace, environment)
    if where == workspace.path(FILE):
        make_private(workspace)
    return open_ledger(where)


@contextlib.contextmanager
def ledger_for_reading(workspace: Workspace) -> Iterator[Ledger]:
    """The ledger for a block that asks only. It is made when missing: an empty one answers as none would."""
    with contextlib.closing(ledger_of(workspace)) as ledger:
        yield ledger


@contextlib.contextmanager
def ledger_for_writing(workspace: Workspace, now: datetime) -> Iterator[Ledger]:
    """The ledger for a block that changes it. The first one of a day makes a copy before it does anything."""
    with contextlib.closing(ledger_of(workspace)) as ledger:
        daily_backup(ledger, workspace.path(BACKUPS), now.date().isoformat())
        yield ledger
