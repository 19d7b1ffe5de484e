"""What lay in the folders of a workspace at the last refresh of the index, so that those that nobody touched are not
read again."""

import sqlite3
from collections.abc import Mapping

from inkwright.workspace.listing import Inside
from inkwright.workspace.stamps import TELLABLE

FOLDERS = "CREATE TABLE folders (place TEXT PRIMARY KEY, stamp TEXT, files TEXT, folders TEXT) WITHOUT ROWID"
"""Names are joined by NUL, which no name can hold."""


def kept_folders(database: sqlite3.Connection) -> dict[str, Inside]:
    """What the index knows of folders, by their place; {} for a new index."""
    rows = database.execute("SELECT place, stamp, files, folders FROM folders")
    return {place: (stamp, _names(files), _names(folders)) for place, stamp, files, folders in rows}


def keep_folders(
    database: sqlite3.Connection, known: Mapping[str, Inside], seen: Mapping[str, Inside], now: int
) -> None:
    """Keep what a listing saw, where that is not `known`, and forget the rest.

    `now` is the time by the disk's own clock, in nanoseconds: of a folder as young as that nothing is kept, since
    something may still come to it that leaves its dates as they are.
    """
    kept = {place: inside for place, inside in seen.items() if known.get(place) is inside or _is_old(inside, now)}
    database.executemany("DELETE FROM folders WHERE place = ?", [(place,) for place in known.keys() - kept.keys()])
    for place, inside in kept.items():
        if known.get(place) is not inside:
            row = (place, inside[0], "\0".join(inside[1]), "\0".join(inside[2]))
            if all(map(_is_text, row)):
                database.execute("INSERT OR REPLACE INTO folders VALUES (?, ?, ?, ?)", row)


def _names(joined: str) -> list[str]:
    return joined.split("\0") if joined else []


def _is_old(inside: Inside, now: int) -> bool:
    """Whether a folder has a stamp, which begins with its two dates, and both are older than `now`."""
    return bool(inside[0]) and max(map(int, inside[0].split(":")[:2])) < now - TELLABLE


def _is_text(value: str) -> bool:
    """Whether SQLite can hold a text: names that are no UTF-8 it cannot."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
