"""The ledger that a copy is to take the place of: who uses it, what the copy does not know, what must survive."""

import contextlib
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from inkwright.flows.ledger import BACKUPS
from inkwright.flows.newsletter_users import users
from inkwright.ledger.backup import backup, free_name, set_aside
from inkwright.ledger.carry import Withdrawals, withdrawals
from inkwright.ledger.compared import Held, Lost, held, lost
from inkwright.ledger.keys import known_address_key
from inkwright.ledger.open import open_ledger
from inkwright.model.errors import LedgerError, UsageError
from inkwright.workspace.folder import Workspace


class Price(Struct, frozen=True):
    """What a restore costs: what the copy does not know (None when the ledger cannot be read), and programs of which
    nobody here can tell whether they still use the ledger."""

    lost: Lost | None
    perhaps: tuple[str, ...] = ()


def price(target: Path, copy: Held, key: bytes | None, source: str, now: datetime) -> Price:
    """What it costs to replace the ledger by a copy with that address key. Changes nothing. Raises UsageError while
    somebody uses the ledger, and for a copy of another one."""
    if not target.exists():
        return Price(Lost())
    try:
        with contextlib.closing(open_ledger(target)) as ledger:
            sure, perhaps = users(ledger, now)
            with ledger.read() as connection:
                here, own = held(connection), known_address_key(connection)
    except LedgerError as error:
        if error.kind not in ("corrupt", "foreign"):
            raise
        return Price(None)
    if sure:
        raise UsageError(f"the ledger is in use by {' and '.join(sure)}", hint="Stop it first; nothing was changed.")
    if own and key not in (own, None):
        hint = "Move private/inkwright.db away first if that is what you want."
        raise UsageError("this is a copy of another ledger", path=source, hint=hint)
    return Price(lost(here, copy), tuple(perhaps))


def moved_away(workspace: Workspace, target: Path, now: datetime) -> tuple[Withdrawals | None, Path | None]:
    """What must survive of the ledger that is to be replaced, and where it is kept; one that cannot be read is moved
    out of the way."""
    if not target.exists():
        return Withdrawals(), None
    kept = free_name(workspace.path(BACKUPS), f"before-restore-{now:%Y-%m-%d-%H%M%S}")
    try:
        with contextlib.closing(open_ledger(target)) as ledger:
            with ledger.read() as connection:
                known = withdrawals(connection)
            backup(ledger, kept)
    except LedgerError as error:
        if error.kind not in ("corrupt", "foreign"):
            raise
        return None, set_aside(target, now)
    return known, kept
