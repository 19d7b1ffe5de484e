"""Which ledger a workspace has, opened: the database that INKWRIGHT_LEDGER names, else `private/inkwright.db`."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from inkwright.ledger.backup import daily_backup
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.process.secrets import secret
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import PRIVATE, make_private

FILE = f"{PRIVATE}/inkwright.db"
BACKUPS = f"{PRIVATE}/backup"
NAME = "INKWRIGHT_LEDGER"


def ledger_of(workspace: Workspace, environment: Mapping[str, str] | None = None) -> Ledger:
    """The ledger of a workspace, made when missing. The caller closes it.

    Raises LedgerError when it cannot be used, UsageError when INKWRIGHT_LEDGER names nothing that can be one.
    """
    where = ledger_place(workspace, environment)
    if where == workspace.path(FILE):
        make_private(workspace)
    return open_ledger(where)


def ledger_place(workspace: Workspace, environment: Mapping[str, str] | None = None) -> str | Path:
    """Where the ledger of a workspace is: the address of a PostgreSQL, or a file that may not exist yet."""
    return _named(environment) or workspace.path(FILE)


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


def has_ledger(workspace: Workspace, environment: Mapping[str, str] | None = None) -> bool:
    """Whether there is one already, for what only asks and makes none."""
    return bool(_named(environment)) or workspace.exists(FILE)


def _named(environment: Mapping[str, str] | None) -> str | Path:
    found = secret(NAME, os.environ if environment is None else environment)
    return found if "://" in found or not found else Path(found).expanduser()
