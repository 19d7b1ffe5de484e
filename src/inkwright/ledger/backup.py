"""Copies of a SQLite ledger while it is in use, and bringing one back. PostgreSQL has `pg_dump` for that."""

import contextlib
import itertools
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from inkwright.ledger.faults import fault
from inkwright.ledger.open import Ledger
from inkwright.ledger.versions import check_version
from inkwright.model.errors import LedgerError, UsageError
from inkwright.model.regex import regex

KEPT = 14
"""Daily copies that are kept. **Source:** own choice: two weeks to notice."""
_DAILY = regex(r"inkwright-\d{4}-\d\d-\d\d\.db")
_HINT = "Name a file that `inkwright newsletter backup` made."


def daily_backup(ledger: Ledger, folder: Path, day: str) -> Path | None:
    """The first copy of a day (ISO), None when there is one already, nothing to copy, or no file to copy.

    Copies older than the newest `KEPT` are removed. Raises LedgerError when it cannot be made.
    """
    target = folder / f"inkwright-{day}.db"
    if ledger.file is None or target.exists() or not _holds_anything(ledger):
        return None
    backup(ledger, target)
    daily = sorted(path for path in folder.iterdir() if _DAILY.fullmatch(path.name))
    for old in daily[:-KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def backup(ledger: Ledger, target: Path) -> None:
    """Copy the ledger as it is in this moment to a new file; others go on reading and writing. The copy is opened and
    looked through before it gets its name. Raises LedgerError, UsageError where there is nothing to copy or no room."""
    if ledger.file is None:
        raise UsageError(
            "this ledger is in PostgreSQL, which brings its own tool for that",
            hint="For example: pg_dump --format=custom --file=ledger.dump DATABASE.",
        )
    if target.exists():
        raise UsageError("there is a file of that name", path=str(target), hint="Choose another name.")
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _make(part)
        with _said(target), _opened(ledger.file) as source, contextlib.closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        look_through(part, target.name)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise LedgerError("full", f"the copy cannot be written ({error.strerror})", path=str(target)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def free_name(folder: Path, name: str) -> Path:
    """A file of a name that nobody has yet, numbered where it is taken: `name.db`, `name-2.db` ..."""
    numbered = (folder / f"{name}{f'-{number}' * (number > 1)}.db" for number in itertools.count(1))
    return next(file for file in numbered if not file.exists())


def look_through(file: Path, name: str = "") -> str:
    """The version of the ledger in a file that was read from end to end and found whole. It is not changed.

    Raises LedgerError for one that is damaged, no ledger, or too new.
    """
    shown = Path(name or file.name)
    with _said(shown), _opened(file) as connection:
        damage = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if damage != "ok":
            raise LedgerError("corrupt", f"this copy is damaged ({damage})", path=str(shown), hint=_HINT)
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            raise LedgerError("foreign", "this is no ledger", path=str(shown), hint=_HINT)
        version = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    check_version(version)
    return version


def restore_file(copy: Path, target: Path) -> None:
    """Give the ledger in `target` the contents of a copy, in one transaction: killed in the middle it is as before.

    Programs that have it open see the change at once. Raises LedgerError; look the copy through first.
    """
    try:
        _make(target)
    except FileExistsError:
        pass
    except OSError as error:
        raise LedgerError("closed", f"it cannot be made ({error.strerror})", path=str(target)) from error
    with _said(target), _opened(copy) as source, contextlib.closing(sqlite3.connect(target, timeout=30)) as connection:
        source.backup(connection)
        connection.execute("PRAGMA journal_mode = WAL")


def set_aside(file: Path, now: datetime) -> Path:
    """Move a ledger that cannot be opened out of the way, with what belongs to it; its new name."""
    new = file.with_name(f"{file.name}.damaged-{now:%Y%m%d-%H%M%S}")
    for ending in ("", "-wal", "-shm", "-journal"):
        part = file.with_name(f"{file.name}{ending}")
        if part.exists():
            part.replace(new.with_name(f"{new.name}{ending}"))
    return new


def _holds_anything(ledger: Ledger) -> bool:
    assert ledger.file is not None
    with _said(ledger.file), _opened(ledger.file) as connection:
        tables = ("subscriber", "suppression", "issue")
        return any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A file for reading only, as SQLite itself opens it; it is not made when missing."""
    with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as opened:
        yield opened


@contextlib.contextmanager
def _said(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        said = fault(error, str(file))
        hint = _HINT if said.kind == "corrupt" else said.hint
        raise LedgerError(said.kind, said.message, path=said.path, hint=hint) from error


def _make(file: Path) -> None:
    """An empty file that only its owner can read. Raises OSError."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600))


def _sync(path: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
