"""How often the notes use a word, as the index knows it. Nothing is written; a spoilt index knows nothing."""

import contextlib
import re
import sqlite3
from collections.abc import Iterable

from inkwright.workspace.folder import Workspace

_FILES = 40
"""Notes looked into for one word: one that stands in so many is used often enough."""
_QUERY = (
    "SELECT search.title, body FROM search JOIN files ON no = search.rowid"
    " WHERE search MATCH ? AND kind IN ('note', 'paper', 'log') LIMIT ?"
)


def uses_in_notes(workspace: Workspace, words: Iterable[str]) -> dict[str, int] | None:
    """How often notes, papers and the log use each word, in whatever case; None without an index.

    `words`: letters only, lower case.
    """
    path = workspace.state / "index.db"
    if not path.exists():
        return None
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            return {word: _count(connection, word) for word in words}
    except sqlite3.Error:
        return None


def _count(connection: sqlite3.Connection, word: str) -> int:
    rows = connection.execute(_QUERY, (f'"{word}"', _FILES)).fetchall()
    return sum(count_uses(body, word) + _of_names(names, body, word) for names, body in rows)


def _of_names(names: str, body: str, word: str) -> int:
    """Uses in a note's title and other names, but for a title that is the text's own heading."""
    return sum(count_uses(name, word) for name in names.split("\n") if name not in body)


def count_uses(text: str, word: str) -> int:
    """How often a text uses a word, in whatever case."""
    return len(re.findall(rf"(?<![^\W\d_]){re.escape(word)}(?:['’]s)?(?![^\W\d_])", text, re.I))
