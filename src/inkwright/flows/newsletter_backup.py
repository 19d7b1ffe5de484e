"""The ledger -> a copy of it, and a copy -> the ledger: who has left since the copy was made stays away."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inkwright.flows.ledger import BACKUPS, ledger_of
from inkwright.flows.ledger_place import ledger_place
from inkwright.ledger.backup import backup, look_through, restore_file, set_aside
from inkwright.ledger.carry import Withdrawals, carry_over, withdrawals
from inkwright.ledger.keys import known_address_key
from inkwright.ledger.marks import set_restored
from inkwright.ledger.open import open_ledger
from inkwright.ledger.subscribers import counts
from inkwright.model.errors import LedgerError, UsageError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import make_private


@dataclass(frozen=True)
class Restored:
    """What a restore did: how many readers there are, how many withdrawals were carried over from the ledger that it
    replaced (None when that could not be read), and where that one is now ("" when there was none)."""

    readers: int
    carried: int | None
    before: str


def backup_ledger(workspace: Workspace, out: str, now: datetime) -> str:
    """Copy the ledger to a file that must not exist yet, "" for a name by the clock in `private/backup`; its path."""
    target = Path(out).expanduser() if out else workspace.path(f"{BACKUPS}/ledger-{now:%Y-%m-%d-%H%M%S}.db")
    with contextlib.closing(ledger_of(workspace)) as ledger:
        backup(ledger, target.absolute())
    return workspace.relative(target)


def restore_ledger(workspace: Workspace, source: str, now: datetime) -> Restored:
    """Let a copy take the place of the ledger, at once and as a whole; killed before that nothing has changed.

    Who has left, bounced, complained or was erased since stays away. An issue begun before waits for the owner
    (`marks.restored_at`). Raises LedgerError for a copy that is damaged or too new, UsageError for another ledger's.
    """
    target = ledger_place(workspace)
    if isinstance(target, str):
        hint = "For example: pg_restore --clean --dbname=DATABASE ledger.dump."
        raise UsageError("this ledger is in PostgreSQL, which brings its own tool for that", hint=hint)
    copy = Path(source).expanduser().absolute()
    if not copy.is_file():
        raise UsageError("there is no such file", path=source, hint="Copies of each day are in private/backup.")
    look_through(copy, source)
    make_private(workspace)
    known, key, before = _current(workspace, target, now)
    with _scratch(workspace.path(f"{BACKUPS}/.restore-{now:%Y%m%d%H%M%S}.db")) as scratch:
        restore_file(copy, scratch)
        with contextlib.closing(open_ledger(scratch)) as ledger, ledger.write(durable=True) as connection:
            if key and known_address_key(connection) not in (key, None):
                hint = "Move private/inkwright.db away first if that is what you want."
                raise UsageError("this is a copy of another ledger", path=source, hint=hint)
            carried = carry_over(connection, known, now) if known else None
            set_restored(connection, now)
            readers = sum(counts(connection).values())
        restore_file(scratch, target)
    return Restored(readers, carried, workspace.relative(before) if before else "")


def _current(workspace: Workspace, target: Path, now: datetime) -> tuple[Withdrawals | None, bytes | None, Path | None]:
    """What must survive of the ledger that is to be replaced, its key, and where it is kept; one that cannot be read is
    moved out of the way."""
    if not target.exists():
        return Withdrawals(), None, None
    kept = workspace.path(f"{BACKUPS}/before-restore-{now:%Y-%m-%d-%H%M%S}.db")
    try:
        with contextlib.closing(open_ledger(target)) as ledger:
            with ledger.read() as connection:
                known, key = withdrawals(connection), known_address_key(connection)
            backup(ledger, kept)
    except LedgerError as error:
        if error.kind not in ("corrupt", "foreign"):
            raise
        return None, None, set_aside(target, now)
    return known, key, kept


@contextlib.contextmanager
def _scratch(file: Path) -> Iterator[Path]:
    """A database file that is gone afterwards."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield file
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + ending).unlink(missing_ok=True)
