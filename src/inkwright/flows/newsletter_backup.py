"""The ledger -> a copy of it."""

import contextlib
from datetime import datetime
from pathlib import Path

from inkwright.flows.ledger import BACKUPS, ledger_of
from inkwright.ledger.backup import backup, free_name
from inkwright.workspace.folder import Workspace


def backup_ledger(workspace: Workspace, out: str, now: datetime) -> str:
    """Copy the ledger to a file that must not exist yet, "" for a name by the clock in `private/backup`; its path."""
    by_clock = free_name(workspace.path(BACKUPS), f"ledger-{now:%Y-%m-%d-%H%M%S}")
    target = Path(out).expanduser() if out else by_clock
    with contextlib.closing(ledger_of(workspace)) as ledger:
        backup(ledger, target.absolute())
    return workspace.relative(target)
