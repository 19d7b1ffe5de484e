"""The files below a folder. Each folder is read once, whatever is asked of it afterwards.

Hidden files and folders, what package managers fill and what we write ourselves are never seen; linked folders are not
followed, so nothing goes in a circle.
"""

import os
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import filterfalse
from pathlib import Path
from typing import overload

from inkwright.model.errors import UnreadableError
from inkwright.model.visible import visible
from inkwright.workspace.globs import matcher
from inkwright.workspace.reading import unreadable
from inkwright.workspace.stamps import TELLABLE

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
"""Folders that are never looked into, beside hidden ones."""
EVERYTHING = ("**",)
Inside = tuple[str, list[str], list[str]]
"""What lies in a folder: a stamp that changes when that does, the names of its files and of its folders, each sorted.
The stamp is "" where nothing tells, as in a folder that was changed just now or that holds links."""


class Listing:
    """What lies below `root` and other folders, as it was when each was first asked for.

    `known` is what an earlier listing had `seen`: a folder whose stamp is the same is not read again. `closed` are the
    folders that cannot be listed, by their path as we show it, each with why; the rest is listed.
    """

    def __init__(self, root: Path, known: Mapping[str, Inside] | None = None) -> None:
        self._root = root
        self._known = known or {}
        self.seen: dict[str, Inside] = {}
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
            files, folders = ([prefix + name for name in names] for names in self._inside(place)[1:])
            if unwanted:
                files, folders = list(filterfalse(unwanted, files)), list(filterfalse(unwanted, folders))
            found += files
            waiting += [(f"{place}/{path[len(prefix) :]}", path + "/") for path in folders]
        return sorted(found if (patterns := tuple(patterns)) == EVERYTHING else filter(matcher(patterns), found))

    def as_known(self, places: Iterable[str]) -> bool:
        """Whether some folders that are known still hold files and folders of the same names."""
        return all(self._inside(place)[1:] == self._known[place][1:] for place in places)

    def holds(self, path: str, exclude: Iterable[str] = ()) -> bool:
        """Whether `files` lists a path (relative to the root, POSIX) when it is asked for everything."""
        unwanted = matcher(exclude) if (exclude := tuple(exclude)) else None
        place, at = os.path.normpath(self._root), 0
        while True:
            end = path.find("/", at)
            name, named = path[at : len(path) if end < 0 else end], path if end < 0 else path[:end]
            _, files, folders = self._inside(place)
            if not _among(files if end < 0 else folders, name) or (unwanted and unwanted(named)):
                return False
            if end < 0:
                return True
            place, at = f"{place}/{name}", end + 1

    def _inside(self, place: str) -> Inside:
        """What lies in a folder; nothing in one that cannot be listed."""
        if place not in self.seen:
            try:
                known, stamp = self._known.get(place), _stamp(place)
                self.seen[place] = known if known and known[0] == stamp != "" else _scan(place, stamp)
            except (FileNotFoundError, NotADirectoryError):
                self.seen[place] = "", [], []
            except OSError as error:
                self.seen[place] = "", [], []
                shown = self.shown(place)
                self.closed[shown] = unreadable(error, shown)
        return self.seen[place]

    def shown(self, folder: str | Path) -> str:
        """What a folder is called in `closed`."""
        place = os.path.normpath(self._root / folder)
        try:
            return visible(Path(os.path.relpath(place, self._root)).as_posix())
        except ValueError:  # on another drive
            return visible(place)


def _among(names: list[str], name: str) -> bool:
    """Whether a name is in a sorted list."""
    at = bisect_left(names, name)
    return at < len(names) and names[at] == name


def _stamp(place: str) -> str:
    """What changes when something comes to a folder or goes; "" right after that, and where no system promises it.
    Raises OSError."""
    state = os.stat(place)  # noqa: PTH116 - of tens of thousands
    if os.name != "posix" or max(state.st_mtime_ns, state.st_ctime_ns) > time.time_ns() - TELLABLE:
        return ""
    return f"{state.st_mtime_ns}:{state.st_ctime_ns}:{state.st_ino}"


def _scan(place: str, stamp: str) -> Inside:
    """What lies in a folder that had a stamp before it was read. Raises OSError."""
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
                if entry.is_symlink():
                    stamp = ""  # what it leads to comes and goes without a sign here
            except OSError:  # a link that goes in a circle, or leads where we may not look
                stamp = ""
    return stamp, sorted(files), sorted(folders)


class LazyNames(Sequence[str]):
    """Names that are put together when the first is asked for; `holds` tells whether one is among them without that."""

    def __init__(self, make: Callable[[], Sequence[str]], holds: Callable[[str], bool]) -> None:
        self._make = make
        self._holds = holds

    @cached_property
    def _names(self) -> Sequence[str]:
        return self._make()

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return self._names[at]

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._holds(name)
