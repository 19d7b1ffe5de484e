"""A copy -> the ledger: who has left since the copy was made stays away, and what is lost is told before."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from inkwright.flows.ledger import BACKUPS
from inkwright.flows.ledger_place import ledger_place
from inkwright.flows.newsletter_replaced import Price, moved_away, price
from inkwright.ledger.backup import look_through, restore_file
from inkwright.ledger.carry import carry_over
from inkwright.ledger.compared import held
from inkwright.ledger.keys import known_address_key
from inkwright.ledger.marks import set_restored, set_went_out
from inkwright.ledger.open import open_ledger
from inkwright.ledger.subscribers import counts
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import make_private


class Restored(Struct, frozen=True):
    """What a restore did: how many readers there are, how many withdrawals were carried over from the ledger that it
    replaced (None when that could not be read), and where that one is now ("" when there was none)."""

    readers: int
    carried: int | None
    before: str


def restore_ledger(
    workspace: Workspace, source: str, now: datetime, agree: Callable[[Price], None] = lambda price: None
) -> Restored:
    """Let a copy take the place of the ledger, at once and as a whole; killed before that nothing has changed.

    Who has left, bounced, complained or was erased since stays away. An issue begun before waits for the owner
    (`marks.restored_at`). `agree` is told what it costs, and raises to leave all as it is. Raises LedgerError for a
    copy that is damaged or too new, UsageError for another ledger's and while a program uses the ledger.
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
    with _scratch(workspace.path(f"{BACKUPS}/.restore-{now:%Y%m%d%H%M%S}.db")) as scratch:
        restore_file(copy, scratch)
        with contextlib.closing(open_ledger(scratch)) as ledger:
            with ledger.read() as connection:
                known, key = held(connection), known_address_key(connection)
            cost = price(target, known, key, source, now)
            agree(cost)
            withdrawn, before = moved_away(workspace, target, now)
            with ledger.write(durable=True) as connection:
                carried = carry_over(connection, withdrawn, now) if withdrawn else None
                set_restored(connection, now)
                for slug, count in cost.lost.issues.items() if cost.lost else ():
                    set_went_out(connection, slug.partition("#")[0], count)
                readers = sum(counts(connection).values())
        restore_file(scratch, target)
    return Restored(readers, carried, workspace.relative(before) if before else "")


@contextlib.contextmanager
def _scratch(file: Path) -> Iterator[Path]:
    """A database file that is gone afterwards."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield file
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + ending).unlink(missing_ok=True)
