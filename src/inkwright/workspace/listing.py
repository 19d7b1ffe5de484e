"""The files below a folder. Each folder is read once, whatever is asked of it afterwards.

Hidden files and folders, what package managers fill and what we write ourselves are never seen; linked folders are not
followed, so nothing goes in a circle.
"""

import os
from collections.abc import Iterable
from itertools import filterfalse
from pathlib import Path

from inkwright.model.errors import UnreadableError
from inkwright.model.visible import visible
from inkwright.workspace.globs import matcher
from inkwright.workspace.reading import unreadable

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
"""Folders that are never looked into, beside hidden ones."""
EVERYTHING = ("**",)


class Listing:
    """What lies below `root` and other folders, as it was when each was first asked for.

    `closed` are the folders that cannot be listed, by their path as we show it, each with why; the rest is listed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: dict[str, tuple[list[str], list[str]]] = {}
        self.closed: dict[str, UnreadableError] = {}

    def files(self, patterns: Iterable[str], exclude: Iterable[str] = (), below: str | Path = "") -> list[str]:
        """Files that match a glob or lie below a named folder, relative to the root (or to `below`), POSIX, sorted.

        A folder that does not exist, or is gone before we come to it, has no files.
        """
        unwanted = matcher(exclude) if (exclude := tuple(exclude)) else None
        found: list[str] = []
        waiting = [(os.path.normpath(self._root / below), "")]
        while waiting:
            place, prefix = waiting.pop()
            files, folders = ([prefix + name for name in names] for names in self._inside(place))
            if unwanted:
                files, folders = list(filterfalse(unwanted, files)), list(filterfalse(unwanted, folders))
            found += files
            waiting += [(f"{place}/{path[len(prefix) :]}", path + "/") for path in folders]
        return sorted(found if (patterns := tuple(patterns)) == EVERYTHING else filter(matcher(patterns), found))

    def _inside(self, place: str) -> tuple[list[str], list[str]]:
        """What `_scan` found in a folder; nothing in one that cannot be listed."""
        if place not in self._seen:
            try:
                self._seen[place] = _scan(place)
            except (FileNotFoundError, NotADirectoryError):
                self._seen[place] = [], []
            except OSError as error:
                self._seen[place] = [], []
                shown = self.shown(place)
                self.closed[shown] = unreadable(error, shown)
        return self._seen[place]

    def shown(self, folder: str | Path) -> str:
        """What a folder is called in `closed`."""
        place = os.path.normpath(self._root / folder)
        try:
            return visible(Path(os.path.relpath(place, self._root)).as_posix())
        except ValueError:  # on another drive
            return visible(place)


def _scan(place: str) -> tuple[list[str], list[str]]:
    """Names of the files and of the folders in a folder, each sorted. Raises OSError."""
    files, folders = [], []
    with os.scandir(place) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            try:
                if entry.is_file():
                    files.append(name)
                elif entry.is_dir(follow_symlinks=False) and name not in SKIPPED_FOLDERS:
                    folders.append(name)
            except OSError:  # a link that goes in a circle, or leads where we may not look
                continue
    return sorted(files), sorted(folders)
