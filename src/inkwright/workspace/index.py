"""The index: `.inkwright/index.db`, a SQLite file that can be deleted at any time and is made again from the files.

Beside it `index.sum` says what the database file looked like when we closed it. Whatever else it looks like when it is
opened (cut short, a bit flipped, a process killed in the middle) it is thrown away and made anew.
"""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from inkwright.model.errors import InkwrightError, UnreadableError
from inkwright.model.index import FileKind, IndexedFile, IndexReport
from inkwright.model.note import Idea, LogEntry
from inkwright.model.source import Source
from inkwright.workspace.atomic import locked, unwritable
from inkwright.workspace.folder import Workspace, digest
from inkwright.workspace.index_folders import FOLDERS, keep_folders, kept_folders
from inkwright.workspace.index_looks import NEVER, Group, Looks, compared
from inkwright.workspace.listing import Listing
from inkwright.workspace.reading import decode
from inkwright.workspace.seal import VERSION, damage, discard, seal, touch

_SCHEMA = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (no INTEGER PRIMARY KEY, path TEXT UNIQUE, kind TEXT, id TEXT, title TEXT, date TEXT, tags TEXT,
                    origin TEXT, sort TEXT, pillar TEXT, first_line INTEGER, mtime_ns INTEGER, looks BLOB,
                    sha256 TEXT);
CREATE TABLE ideas (file TEXT, line INTEGER, date TEXT, text TEXT, origin TEXT, purpose TEXT, target TEXT,
                    done INTEGER);
CREATE TABLE log (file TEXT, line INTEGER, date TEXT, time TEXT, text TEXT, project TEXT);
CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE INDEX ideas_of ON ideas (file);
CREATE INDEX log_of ON log (file);
{FOLDERS};
"""


class Contents(NamedTuple):
    """What belongs into the index: paths, each with its group. `basis` is whatever else the ids follow from: when it
    changes they are all looked at anew. `closed` are folders that cannot be listed, each with why."""

    files: Mapping[str, Group]
    basis: str = ""
    closed: Mapping[str, str] = MappingProxyType({})


Collect = Callable[[Listing], Contents]
"""What belongs into the index, by what lies in the folders."""
Describe = Callable[[FileKind, str, Source], IndexedFile]
"""What makes an entry of a file's kind, id and text."""


@contextlib.contextmanager
def open_index(workspace: Workspace, collect: Collect, describe: Describe, rebuild: bool = False) -> Iterator["Index"]:
    """The index brought up to date with the files, for reading. A damaged one is made anew.

    Raises UnwritableError when `.inkwright` cannot be written.
    """
    try:
        with (
            locked(workspace.make_state() / "index.lock"),
            contextlib.closing(_refreshed(workspace, collect, describe, rebuild)) as index,
        ):
            yield index
    except OSError as error:
        raise unwritable(error, ".inkwright/index.db") from error


def _refreshed(workspace: Workspace, collect: Collect, describe: Describe, rebuild: bool) -> "Index":
    why = "asked for" if rebuild else damage(workspace.state / "index.db")
    try:
        return _attempt(workspace, collect, describe, why)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        return _attempt(workspace, collect, describe, f"damaged: {error}")


def _attempt(workspace: Workspace, collect: Collect, describe: Describe, why_anew: str) -> "Index":
    index = Index(workspace, why_anew)
    try:
        index.refresh(collect, describe)
    except BaseException:
        index.database.close()
        raise
    return index


class Index:
    """An open index. `report` says what the refresh did."""

    def __init__(self, workspace: Workspace, why_anew: str = "") -> None:
        self._workspace = workspace
        self._path = workspace.state / "index.db"
        if why_anew:
            discard(workspace.state)
        self.database = _connect(self._path)
        if why_anew:
            self.database.executescript(_SCHEMA)
            self.database.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))
        self._why_anew = "" if why_anew == "missing" else why_anew
        self.report = IndexReport({})

    def close(self) -> None:
        """Close the database and note down what its file looks like."""
        self.database.commit()
        self.database.close()
        seal(self._path)

    def refresh(self, collect: Collect, describe: Describe) -> None:
        """Read what changed since the last time, forget what is gone."""
        stamp = touch(self._workspace.state / "index.stamp")
        folders = kept_folders(self.database)
        listing = Listing(self._workspace.root, folders)
        contents = collect(listing)
        facts = dict(self.database.execute("SELECT key, value FROM meta").fetchall())
        trusted = facts.get("stamp", 0) if facts.get("basis") == contents.basis else 0
        wanted = contents.files
        suspects, gone, new = compared(self.database, self._workspace.root, wanted, trusted)
        vanished = dict(self._facts(gone))
        renamed, unreadable = [], [*contents.closed.items()]
        changed = 0
        for path, looks in suspects:
            kind, name = wanted[path].kind, wanted[path].id(path)
            try:
                sha = self._take_in(path, kind, name, looks, describe)
            except InkwrightError as error:
                unreadable.append((_shown(path), str(error)))
                self._forget([_shown(path)])
                continue
            changed += bool(sha)
            if sha in vanished and path in new:
                renamed.append((vanished[sha], name))
        self._forget(gone)
        keep_folders(self.database, folders, listing.seen, stamp)
        facts = {"stamp": stamp, "basis": contents.basis}
        self.database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts.items())
        self.database.commit()
        counts = dict(self.database.execute("SELECT kind, count(*) FROM files GROUP BY kind ORDER BY kind").fetchall())
        ideas = self.database.execute("SELECT count(*) FROM ideas").fetchone()[0]
        self.report = IndexReport(counts, ideas, changed, len(gone), tuple(renamed), tuple(unreadable), self._why_anew)

    def _facts(self, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Hash of the content and id of files that the index knows."""
        for path in paths:
            yield from self.database.execute("SELECT sha256, id FROM files WHERE path = ?", (path,))

    def _take_in(self, path: str, kind: FileKind, name: str, looks: Looks | None, describe: Describe) -> str:
        """Index one file unless its content is as it was; the hash of its content when it was indexed, else ""."""
        if path != _shown(path):
            raise UnreadableError("the file name is not UTF-8", path=_shown(path), hint="Rename it.")
        data = self._workspace.read_bytes(path)
        looks = looks or NEVER  # read again next time
        sha = digest(data)
        as_was = self.database.execute("SELECT sha256, id, kind FROM files WHERE path = ?", (path,)).fetchone()
        if as_was == (sha, name, kind):
            self.database.execute(
                "UPDATE files SET mtime_ns=?, looks=? WHERE path=?", (looks.mtime, looks.packed, path)
            )
            return ""
        file = describe(kind, name, Source(path, decode(data, path)))
        self._forget([path])
        self._insert(file, looks, sha)
        return sha

    def _insert(self, file: IndexedFile, looks: Looks, sha: str) -> None:
        _insert_file(self.database, file, looks, sha)

    def _forget(self, paths: Sequence[str]) -> None:
        for path in paths:
            self.database.execute("DELETE FROM search WHERE rowid IN (SELECT no FROM files WHERE path = ?)", (path,))
            for table, column in (("files", "path"), ("ideas", "file"), ("log", "file")):
                self.database.execute(f"DELETE FROM {table} WHERE {column} = ?", (path,))

    def dump(self) -> list[tuple]:
        """Everything that the index knows, in an order that does not depend on how it was made."""
        return [row for query in _ALL for row in sorted(self.database.execute(query).fetchall())]


_ALL = (
    "SELECT f.path, kind, id, f.title, date, tags, origin, sort, pillar, first_line, sha256, s.title, s.body"
    " FROM files f JOIN search s ON no = s.rowid",
    "SELECT * FROM ideas",
    "SELECT * FROM log",
)


def note_append(workspace: Workspace, path: str, ideas: Sequence[Idea] = (), log: Sequence[LogEntry] = ()) -> None:
    """Tell the index of lines that were just appended to a file; nothing where there is no index or it is in use.

    Never fails: the file holds the truth, and the next refresh reads it.
    """
    database = workspace.state / "index.db"
    if not database.exists():
        return
    try:
        with locked(workspace.state / "index.lock", wait=False) as held:
            if not held or damage(database):
                return
            with contextlib.closing(_connect(database)) as connection:
                _insert_lines(connection, path, ideas, log)
                connection.commit()
            seal(database)
    except (sqlite3.Error, OSError):
        discard(workspace.state)


def in_memory(files: Iterable[IndexedFile]) -> sqlite3.Connection:
    """The tables of an index that is kept nowhere, for a folder in which nothing may be written."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(_SCHEMA)
    for file in files:
        _insert_file(connection, file, NEVER, "")
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that does not wait for the disk: what a power cut spoils is made anew."""
    connection = sqlite3.connect(path, isolation_level="DEFERRED")
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _insert_file(connection: sqlite3.Connection, file: IndexedFile, looks: Looks, sha: str) -> None:
    facts = (file.origin, file.sort, file.pillar, file.first_line)
    row = (
        file.path,
        file.kind,
        file.id,
        file.title,
        file.date,
        " ".join(file.tags),
        *facts,
        looks.mtime,
        looks.packed,
        sha,
    )
    added = connection.execute(f"INSERT INTO files VALUES (NULL{', ?' * len(row)})", tuple(map(_storable, row)))
    names = _storable("\n".join((file.title, *file.aliases)))
    connection.execute(
        "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", (added.lastrowid, names, _storable(file.text))
    )
    _insert_lines(connection, file.path, file.ideas, file.log)


def _insert_lines(connection: sqlite3.Connection, path: str, ideas: Sequence[Idea], log: Sequence[LogEntry]) -> None:
    keys = ("from", "purpose", "to")
    for idea in ideas:
        row = (path, idea.line, idea.date, idea.text, *(idea.field(key) for key in keys), int(idea.done))
        connection.execute("INSERT INTO ideas VALUES (?, ?, ?, ?, ?, ?, ?, ?)", tuple(map(_storable, row)))
    for entry in log:
        entered = (path, entry.line, entry.date, entry.time, entry.text, entry.project)
        connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", tuple(map(_storable, entered)))


def _storable(value: object) -> object:
    """A value that SQLite takes: text without lone surrogates."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value


def _shown(path: str) -> str:
    """A path that can be printed and stored: bytes that are no UTF-8 as escapes."""
    return path if path.isascii() else path.encode("utf-8", "backslashreplace").decode()
