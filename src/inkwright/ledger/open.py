"""Opening the ledger: a SQLite file or a PostgreSQL database, brought up to date, behind one small class."""

import contextlib
import os
import re
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from inkwright.ledger.faults import spoken
from inkwright.ledger.versions import check_version, migrate, version_of
from inkwright.model.errors import LedgerError, UsageError

WAIT = 30.0
"""Seconds to wait for another program that writes to the same file."""


class Ledger:
    """An open ledger. `where` is its name without a password, `file` its place on the disk or None on a server."""

    def __init__(self, engine: Engine, where: str, file: Path | None = None) -> None:
        self.engine = engine
        self.where = where
        self.file = file
        self._one_writer = threading.Lock()

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger from its first statement on, and changes nothing."""
        with spoken(self.where), self.engine.connect() as connection:
            if self.dialect == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection
            connection.rollback()

    @contextlib.contextmanager
    def write(self, durable: bool = False) -> Iterator[Connection]:
        """A transaction, whole or not at all, committed at the end of the block. One writer at a time on SQLite.

        `durable` waits until it is on the disk: a power cut afterwards loses nothing. Without it a killed process
        loses nothing, a power cut the last moments; what PostgreSQL then does is its own setting. Never in each other.
        """
        if self.dialect == "postgresql":
            with spoken(self.where), self.engine.begin() as connection:
                if durable:
                    connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
                yield connection
            return
        options = {"begin": "BEGIN IMMEDIATE", "synchronous": "FULL" if durable else "NORMAL"}
        with self._one_writer, spoken(self.where), self.engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                yield connection

    def sync(self) -> None:
        """Wait until all that was committed so far is on the disk. On PostgreSQL it is already."""
        if self.file is None:
            return
        log = self.file.with_name(f"{self.file.name}-wal")
        try:
            descriptor = os.open(log, os.O_RDWR)  # SQLite takes no lock on this file that closing it would drop
        except FileNotFoundError:
            return
        try:
            getattr(os, "fdatasync", os.fsync)(descriptor)
        finally:
            os.close(descriptor)

    def compact(self) -> None:
        """Let nothing that was deleted stay in SQLite's log of changes; on PostgreSQL its own cleaning does that."""
        if self.file is not None:
            with spoken(self.where), contextlib.closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def open_ledger(where: str | Path) -> Ledger:
    """The ledger in a SQLite file (made when missing) or in a PostgreSQL database (`postgresql://...`).

    An older one is brought up to date. Raises LedgerError for one that is damaged, locked, read-only or too new,
    UsageError for an address that is none.
    """
    ledger = _on_server(where) if isinstance(where, str) and "://" in where else _in_file(Path(where))
    try:
        _bring_up_to_date(ledger)
    except BaseException as error:
        ledger.close()
        if isinstance(error, LedgerError) and not error.path:
            raise LedgerError(error.kind, error.message, path=ledger.where, hint=error.hint) from error
        raise
    return ledger


def _bring_up_to_date(ledger: Ledger) -> None:
    with ledger.read() as connection:
        done = check_version(version_of(connection))
    if ledger.file is not None:
        _close_to_others(ledger.file)
    if not done:
        with ledger.write(durable=True) as connection:
            migrate(connection)


def _on_server(address: str) -> Ledger:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise UsageError("INKWRIGHT_LEDGER is no address of a database", hint=_EXAMPLE) from error
    if not re.fullmatch(r"postgres(ql)?(\+psycopg)?", url.drivername):
        raise UsageError(f"the ledger cannot be in {url.drivername}", hint=_EXAMPLE)
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    return Ledger(engine, url.set(password=None, query={}).render_as_string())


_EXAMPLE = "Give a file, or postgresql://user:password@host/database."


def _in_file(file: Path) -> Ledger:
    file = file.absolute()
    try:
        _make(file)
    except OSError as error:
        hint = "Look at the permissions of its folder."
        raise LedgerError("closed", f"it cannot be made ({error.strerror})", path=str(file), hint=hint) from error
    url = URL.create("sqlite+pysqlite", database=str(file))
    engine = create_engine(url, connect_args={"timeout": WAIT, "isolation_level": None, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Ledger(engine, f"{file.parent.name}/{file.name}", file)


def _make(file: Path) -> None:
    """An empty file that only its owner can read, unless there is one: it holds people's addresses and the keys."""
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600))
    except FileExistsError:
        if not file.is_file():
            raise LedgerError("closed", "this is no file", path=str(file), hint="Name the file of a ledger.") from None


def _close_to_others(file: Path) -> None:
    """Take what others may do away from a ledger that was copied here, and from what stands beside it."""
    if os.name == "nt" or not stat.S_IMODE(file.stat().st_mode) & 0o077:
        return
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            part = file.with_name(f"{file.name}{ending}")
            part.chmod(stat.S_IMODE(part.stat().st_mode) & 0o700)


def _prepare(connection: Any, _: object) -> None:
    """What each new connection to a SQLite file is told. `secure_delete` overwrites what is erased."""
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF",
                   "fullfsync = ON", "checkpoint_fullfsync = ON"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Start a transaction on SQLite by hand: a writer takes its turn at once, not in the middle of its work."""
    options = connection.get_execution_options()
    if synchronous := options.get("synchronous"):
        connection.exec_driver_sql(f"PRAGMA synchronous = {synchronous}")
    connection.exec_driver_sql(options.get("begin", "BEGIN"))
