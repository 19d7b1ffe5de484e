"""Texts that cost time to make, kept by the digest of what they were made from. Disposable, and never in the way.

One SQLite file under `.inkwright/`; a file that is damaged, locked or cannot be written is a cache that knows nothing.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, MutableMapping
from functools import partial
from pathlib import Path

from inkwright.workspace.kept_file import open_kept

HELD = 2000
"""New texts that are held before they are written."""
SPARE = 2
"""Entries that a build did not use are dropped when there are more than so many for each one that it did."""


class TextCache(MutableMapping[str, str]):
    """A mapping from digest to text that outlives the process once `close` is called.

    `edition` names the maker of the texts: what another edition made is forgotten. `spare` as `SPARE`.
    """

    def __init__(self, path: Path, edition: str = "", spare: int = SPARE) -> None:
        self._open = partial(open_kept, path, "text", "digest TEXT PRIMARY KEY, body TEXT", edition)
        self._spare = spare
        self._used: set[str] = set()
        self._new: dict[str, str] = {}
        self._left: sqlite3.Connection | None = None
        self._connection = self._open()

    def __getitem__(self, key: str) -> str:
        if key in self._new:
            return self._new[key]
        row = None
        if self._connection is not None:
            try:
                row = self._connection.execute("SELECT body FROM text WHERE digest = ?", (key,)).fetchone()
            except sqlite3.Error:
                self._connection = None
        if row is None or not isinstance(row[0], str):
            raise KeyError(key)
        self._used.add(key)
        return row[0]

    def __setitem__(self, key: str, value: str) -> None:
        self._new[key] = value
        self._used.add(key)

    def __delitem__(self, key: str) -> None:
        self._new.pop(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._used)

    def __len__(self) -> int:
        return len(self._used)

    def part(self) -> dict[str, str]:
        """In a copy of the process: open the file anew, and what is set from now on is in this mapping. The original
        goes on with its own hold of it, which a copy must not close."""
        self._left, self._connection = self._connection, self._open()
        self._new = {}
        return self._new

    def learn(self, texts: Mapping[str, str]) -> None:
        """Take over what a copy of the process set."""
        self.update(texts)
        if len(self._new) > HELD and self._connection is not None:
            with contextlib.suppress(sqlite3.Error, UnicodeError), self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO text VALUES (?, ?)", self._new.items())
                self._new.clear()

    def close(self, sweep: bool = True) -> None:
        """Keep what is new and, unless only a part of the work was done (`sweep` False), drop what has long not been
        asked for. A failure loses nothing but time."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with contextlib.closing(connection), contextlib.suppress(sqlite3.Error, UnicodeError), connection:
            if self._new:
                connection.executemany("INSERT OR REPLACE INTO text VALUES (?, ?)", self._new.items())
            if not sweep:
                return
            (count,) = connection.execute("SELECT count(*) FROM text").fetchone()
            if count > self._spare * len(self._used) + 100:
                connection.execute("CREATE TEMP TABLE used (digest TEXT PRIMARY KEY)")
                connection.executemany("INSERT INTO used VALUES (?)", ((key,) for key in self._used))
                connection.execute("DELETE FROM text WHERE digest NOT IN (SELECT digest FROM used)")
