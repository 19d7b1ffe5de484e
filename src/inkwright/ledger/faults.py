"""What a database says when something is wrong -> one sentence for the user."""

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError, IntegrityError, TimeoutError

from inkwright.model.errors import LedgerError, LedgerKind

_SQLITE: dict[int, tuple[LedgerKind, str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "locked", "another program is writing to the ledger and did not finish", "Let it end, then run it again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "locked", "another part of this program is writing to the ledger", "Run it again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "read-only", "the ledger cannot be written to; nothing was changed", "Look at its permissions and its disk.",
    ),
    sqlite3.SQLITE_FULL: ("full", "the disk is full; nothing was changed", "Free some space and run it again."),
    sqlite3.SQLITE_IOERR: (
        "disk", "the disk reported an error while the ledger was used", "Check the disk and its space, then try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "corrupt", "the ledger is damaged", "Bring back a backup: inkwright newsletter restore.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "corrupt", "this file is no ledger, or it is damaged", "Bring back a backup: inkwright newsletter restore.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "closed", "the ledger cannot be opened", "Look at the permissions of the file and its folder.",
    ),
}  # fmt: skip


@contextlib.contextmanager
def spoken(where: str) -> Iterator[None]:
    """Turn a fault of the database `where` into a LedgerError. A broken constraint stays what it is: our mistake."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise fault(error.orig or error, where) from error
    except TimeoutError as error:
        raise LedgerError("locked", "too many parts of this program use the ledger at once", path=where) from error


def fault(error: BaseException, where: str) -> LedgerError:
    """The sentence for what a database driver raised.

    **Source:** SQLite, "Result and Error Codes": SQLITE_IOERR_SHMSIZE, "most likely because the file system is full".
    """
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        code = sqlite3.SQLITE_FULL if code == sqlite3.SQLITE_IOERR_SHMSIZE else code & 0xFF
        found = _SQLITE.get(code, ("other", f"the ledger gave an error: {error}", ""))
        return LedgerError(found[0], found[1], path=where, hint=found[2])
    said = " ".join(str(error).split())[:200] or type(error).__name__
    state = str(getattr(error, "sqlstate", None) or "")
    if state.startswith("53"):
        return LedgerError("full", f"PostgreSQL is out of room: {said}", path=where, hint="Nothing was changed.")
    if state == "25006":
        return LedgerError("read-only", "this PostgreSQL only reads; nothing was changed", path=where)
    if not state or state.startswith(("08", "28", "3D", "57P")):
        hint = "Look at INKWRIGHT_LEDGER and whether the server runs."
        return LedgerError("closed", f"PostgreSQL cannot be reached: {said}", path=where, hint=hint)
    return LedgerError("other", f"PostgreSQL gave an error: {said}", path=where)
