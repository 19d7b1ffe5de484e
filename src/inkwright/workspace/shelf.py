"""What a build keeps for the next one: rows of a kind under a name, each with a key that says what it was made from.

One SQLite file under `.inkwright/`, disposable: one that is damaged, locked or was written by another edition of the
product holds nothing, and one that cannot be written keeps nothing.
"""

import contextlib
import sqlite3
import sys
from collections.abc import Container, Iterator, Mapping, MutableMapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from inkwright.workspace.kept_file import open_kept

BATCH = 500
"""Rows that are written at once."""
_COLUMNS = "kind TEXT, name TEXT, key TEXT, body BLOB, PRIMARY KEY (kind, name)"

_ENCODER = msgspec.msgpack.Encoder()


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind)


class Shelf:
    """Rows that outlive the process once `close` is called; nothing is kept when `path` is None.

    `edition` names all that every row depends on: what another edition kept is forgotten. None takes the rows as they
    are, whoever kept them.
    """

    def __init__(self, path: Path | None, edition: str | None = "") -> None:
        self.edition = edition or ""
        self._connection = open_kept(path, "kept", _COLUMNS, edition, hold=True) if path is not None else None
        self._left: sqlite3.Connection | None = None
        self._new: list[tuple[str, str, str, bytes]] = []
        self._batch = BATCH

    def rows(self, kind: str) -> dict[str, tuple[str, bytes]]:
        """All rows of a kind: key and body by name; empty when there are none."""
        found = self._ask("SELECT name, key, body FROM kept WHERE kind = ?", kind)
        return {name: (key, body) for name, key, body in found if isinstance(body, bytes)}

    def some(self, kind: str, names: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        """Those of some rows of a kind that are there, as `rows` gives them."""
        found: list[Any] = []
        for at in range(0, len(names), BATCH):
            part = names[at : at + BATCH]
            asked = f"SELECT name, key, body FROM kept WHERE kind = ? AND name IN ({', '.join('?' * len(part))})"
            found += self._ask(asked, kind, *part)
        return {name: (key, body) for name, key, body in found if isinstance(body, bytes)}

    def put(self, kind: str, name: str, key: str, body: bytes) -> None:
        """Keep a row in place of the one of that name. It is not seen by `rows` of this run."""
        self._new.append((kind, name, key, body))
        if len(self._new) >= self._batch:
            self._write()

    def clear(self, kind: str) -> None:
        """Keep no row of a kind any longer."""
        for name in self.rows(kind):
            self.drop(kind, name)

    def drop(self, kind: str, name: str) -> None:
        """Keep a row no longer."""
        if self._connection is not None:
            self._write()
        self._do("DELETE FROM kept WHERE kind = ? AND name = ?", [(kind, name)])

    def encode(self, value: object) -> bytes:
        """A value of builtin types and structs as bytes."""
        return _ENCODER.encode(value)

    def decode(self, body: bytes, kind: Any) -> Any:
        """The value of those bytes, None when they are none of that type."""
        try:
            return _decoder(kind).decode(body)
        except (msgspec.DecodeError, ValueError):
            return None

    def part(self) -> list[tuple[str, str, str, bytes]]:
        """In a copy of the process: what is put from now on is in this list. The original goes on with the file, which
        a copy must not even close: that would take back what the original has written."""
        self._left, self._connection = self._connection, None
        self._new = []
        self._batch = sys.maxsize
        return self._new

    def close(self, keep: bool = True) -> None:
        """Keep what is new; or, without `keep`, leave all as it was. A failure loses nothing but time."""
        if keep:
            self._write()
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.closing(connection), contextlib.suppress(sqlite3.Error):
                connection.execute("COMMIT" if keep else "ROLLBACK")

    def _write(self) -> None:
        rows, self._new = self._new, []
        if rows:
            self._do("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def _do(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._connection is not None:
            try:
                self._connection.executemany(statement, rows)
            except (sqlite3.Error, UnicodeError):
                self._give_up()

    def _ask(self, statement: str, *values: str) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeError):
            self._give_up()
            return []

    def _give_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()


class MemoryShelf(Shelf):
    """Rows that last as long as this object. `close` ends a run, after which it can be used again."""

    def __init__(self) -> None:
        super().__init__(None)
        self._kept: dict[str, dict[str, tuple[str, bytes]]] = {}
        self._run: dict[tuple[str, str], tuple[str, bytes] | None] = {}

    def rows(self, kind: str) -> dict[str, tuple[str, bytes]]:
        """As `Shelf.rows`."""
        return dict(self._kept.get(kind, ()))

    def some(self, kind: str, names: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        """As `Shelf.some`."""
        kept = self._kept.get(kind, {})
        return {name: kept[name] for name in names if name in kept}

    def put(self, kind: str, name: str, key: str, body: bytes) -> None:
        """As `Shelf.put`."""
        self._run[kind, name] = key, body

    def drop(self, kind: str, name: str) -> None:
        """As `Shelf.drop`."""
        self._run[kind, name] = None

    def close(self, keep: bool = True) -> None:
        """As `Shelf.close`."""
        run, self._run = self._run, {}
        for (kind, name), row in run.items() if keep else ():
            kept = self._kept.setdefault(kind, {})
            if row is None:
                kept.pop(name, None)
            else:
                kept[name] = row


class ShelvedTexts(MutableMapping[str, str]):
    """The rows of a kind as texts by name; what is set is kept when the shelf is closed. All are read when the first
    is asked for."""

    def __init__(self, shelf: Shelf, kind: str) -> None:
        self._shelf = shelf
        self._kind = kind
        self._now: dict[str, str | None] = {}
        self._part: dict[str, str] | None = None

    def __getitem__(self, name: str) -> str:
        if name not in self._now:
            _, body = self._before.get(name, ("", None))
            self._now[name] = None if body is None else body.decode("utf-8", "surrogatepass")
        found = self._now[name]
        if found is None:
            raise KeyError(name)
        return found

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, bytes]]:
        return self._shelf.rows(self._kind)

    def part(self) -> dict[str, str]:
        """In a copy of the process: what is set from now on is in this mapping."""
        self._part = {}
        return self._part

    def learn(self, texts: Mapping[str, str]) -> None:
        """Take over what a copy of the process set."""
        self.update(texts)

    def __setitem__(self, name: str, text: str) -> None:
        self._now[name] = text
        if self._part is not None:
            self._part[name] = text
            return
        self._shelf.put(self._kind, name, "", text.encode("utf-8", "surrogatepass"))

    def __delitem__(self, name: str) -> None:
        self[name]
        self._now[name] = None
        self._shelf.drop(self._kind, name)

    def forget(self, but: Container[str]) -> None:
        """Keep no text any longer but those of some names."""
        for name in self._shelf.rows(self._kind):
            if name not in but:
                self._shelf.drop(self._kind, name)

    def __iter__(self) -> Iterator[str]:
        return iter([name for name, text in self._now.items() if text is not None])

    def __len__(self) -> int:
        return len(list(iter(self)))
