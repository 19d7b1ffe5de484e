"""Asking the index: which texts hold what, how many do, and what stands in them. It only reads."""

import datetime
import sqlite3
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from inkwright.model.found import Wanted
from inkwright.model.regex import regex

TITLE = 5.0
"""What a word in the title counts, one in the text being 1."""
_NAMED = regex(r"[^\W_]+")
_COLUMNS = "f.no, f.path, f.kind, f.id, f.title, f.date, f.tags, f.first_line, f.origin, f.sort"


class Row(NamedTuple):
    """A file as the index knows it: `origin` and `sort` are where a note came from and what was clipped ("" for
    unknown), `score` is what it was found with, higher is better."""

    no: int
    path: str
    kind: str
    id: str
    title: str
    date: str
    tags: tuple[str, ...]
    first_line: int
    origin: str = ""
    sort: str = ""
    score: float = 0.0


class Line(NamedTuple):
    """A captured line: an idea, or an entry of the log."""

    path: str
    line: int
    kind: str
    date: str
    text: str
    origin: str = ""
    used: bool = False
    project: str = ""
    purpose: str = ""


class Finder:
    """Questions to an open index."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @property
    def total(self) -> int:
        """How many files there are."""
        return int(self._database.execute("SELECT count(*) FROM files").fetchone()[0])

    @cached_property
    def _line_files(self) -> str:
        """The numbers of the files of captured lines, as a list in SQL."""
        found = self._database.execute("SELECT no FROM files WHERE kind IN ('ideas', 'log')")
        return ", ".join(str(no) for (no,) in found)

    def matches(self, expression: str, wanted: Wanted, limit: int, unwanted: Iterable[str] = ()) -> list[Row]:
        """The files that an FTS5 expression fits best; not those among the paths `unwanted`, nor ideas and log.

        The `+` keeps SQLite from looking each number up in the full-text table, which takes fifty times as long.
        """
        where, values = _conditions(wanted)
        left_out = list(unwanted)
        if left_out:
            where += f" AND f.path NOT IN ({', '.join('?' * len(left_out))})"
        among = f"+rowid NOT IN ({self._line_files})"
        if where:
            among = f"+rowid IN (SELECT f.no FROM files f WHERE f.kind NOT IN ('ideas', 'log'){where})"
        found = self._database.execute(
            f"SELECT rowid, -bm25(search, {TITLE}, 1.0) AS score FROM search WHERE search MATCH ? AND {among}"
            " ORDER BY score DESC LIMIT ?",
            (expression, *values, *left_out, limit),
        )
        scores = dict(found.fetchall())
        return sorted(
            (row._replace(score=scores[row.no]) for row in self.rows(scores)), key=lambda row: (-row.score, row.path)
        )

    def rows(self, nos: Collection[int]) -> list[Row]:
        """The files of some numbers, in no order."""
        among = ", ".join(map(str, nos))
        return [
            _row(found) for found in self._database.execute(f"SELECT {_COLUMNS} FROM files f WHERE f.no IN ({among})")
        ]

    def scores(self, expression: str, nos: Collection[int]) -> dict[int, float]:
        """The scores of an expression in those of some files that it fits."""
        among = ", ".join(map(str, nos))
        found = self._database.execute(
            f"SELECT rowid, -bm25(search, {TITLE}, 1.0) FROM search WHERE search MATCH ? AND +rowid IN ({among})",
            (expression,),
        )
        return dict(found.fetchall())

    def count(self, expression: str) -> int:
        """How many files an expression fits."""
        found = self._database.execute("SELECT count(*) FROM search WHERE search MATCH ?", (expression,))
        return int(found.fetchone()[0])

    def text(self, no: int) -> str:
        """The text of a file without its front matter; "" for a number that there is not."""
        found = self._database.execute("SELECT body FROM search WHERE rowid = ?", (no,)).fetchone()
        return found[0] if found else ""

    def names(self, no: int) -> tuple[str, ...]:
        """The title of a file and its other names."""
        found = self._database.execute("SELECT title FROM search WHERE rowid = ?", (no,)).fetchone()
        return tuple(found[0].split("\n")) if found else ()

    def called(self, name: str) -> list[Row]:
        """The files of whose title or other names the words of `name` stand together in one; none for no words."""
        words = " ".join(_NAMED.findall(name))
        if not words:
            return []
        found = self._database.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'title : "{words}"',))
        return self.rows([no for (no,) in found])

    def files(self, *kinds: str) -> list[Row]:
        """All files of some kinds, in the order of their paths; of every kind when none is named."""
        among = f" WHERE f.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        return [
            _row(found)
            for found in self._database.execute(f"SELECT {_COLUMNS} FROM files f{among} ORDER BY f.path", kinds)
        ]

    def lines(self, expression: str = "", since: str = "") -> list[Line]:
        """Ideas and log entries, in files that an expression fits and not older than a date where these are given."""
        files = f"SELECT rowid FROM search WHERE search MATCH ? AND +rowid IN ({self._line_files})"
        fits = f" AND file IN (SELECT path FROM files WHERE no IN ({files}))" if expression else ""
        values = (since, *((expression,) if expression else ()))
        ideas = self._database.execute(
            "SELECT file, line, 'idea', date, text, origin, done OR target != '', '', purpose FROM ideas"
            f" WHERE date >= ?{fits}",
            values,
        )
        log = self._database.execute(
            f"SELECT file, line, 'log', date, text, '', 0, project FROM log WHERE date >= ?{fits}", values
        )
        return [Line(*found) for rows in (ideas, log) for found in rows]


def _row(found: tuple) -> Row:
    no, path, kind, id_, title, date, tags, *rest = found
    return Row(no, path, kind, id_, title, date, tuple(tags.split()), *rest)


def _conditions(wanted: Wanted) -> tuple[str, list[object]]:
    """What narrows a search, as SQL. A file without a date has that of its last change."""
    where, values = "", list[object]()
    if wanted.kind:
        where += " AND (f.kind = ? OR f.sort = ?)"
        values += [wanted.kind, wanted.kind]
    if wanted.origin:
        where += " AND f.origin = ?"
        values.append(wanted.origin)
    if wanted.tag:
        tag = wanted.tag.lstrip("#").lower()
        where += (
            " AND (instr(' ' || lower(f.tags) || ' ', ?) OR instr(' ' || lower(f.tags), ?)"
            " OR instr('/' || lower(f.id), ?) OR lower(f.pillar) = ?)"
        )
        values += [f" {tag} ", f" {tag}/", f"/{tag}/", tag]
    if wanted.topic:
        where += f" AND f.path IN ({', '.join('?' * len(wanted.places))})"
        values += sorted(wanted.places)
    if wanted.since:
        where += " AND (f.date >= ? OR (f.date = '' AND f.mtime_ns >= ?))"
        values += [wanted.since, _nanoseconds(wanted.since)]
    return where, values


def _nanoseconds(day: str) -> int:
    """The start of an ISO day, UTC, as file dates are kept."""
    return int(datetime.datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp()) * 10**9
