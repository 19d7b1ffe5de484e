"""A disposable SQLite file under `.inkwright/`: it holds what cost time to make, and is never in the way."""

import contextlib
import sqlite3
from hashlib import sha256
from pathlib import Path

_WAIT = 0.2
"""Seconds to wait for another process that holds the file."""


def open_kept(
    path: Path, table: str, columns: str, edition: str | None, hold: bool = False
) -> sqlite3.Connection | None:
    """The file with its table, both made when missing; what another `edition` left in it is gone (None: all stays).
    None where it cannot be opened or written, or another process holds it; one that is no database any more is begun
    anew.

    With `hold` a transaction is open, which whoever asked ends; nothing is then safe from a failure of the machine.
    """
    number = int(sha256((edition or "").encode("utf-8", "surrogatepass")).hexdigest()[:7], 16)
    for _ in range(2):
        connection = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=_WAIT)
            if hold:
                connection.isolation_level = None
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns}) WITHOUT ROWID")
            if edition is not None and connection.execute("PRAGMA user_version").fetchone() != (number,):
                connection.execute(f"DELETE FROM {table}")
                connection.execute(f"PRAGMA user_version = {number}")
                if not hold:
                    connection.commit()
            return connection
        except (OSError, sqlite3.Error) as error:
            if connection is not None:
                connection.close()
            if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, sqlite3.OperationalError):
                return None
            with contextlib.suppress(OSError):
                path.unlink()
    return None
