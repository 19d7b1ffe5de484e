"""What another platform exported, opened for reading: a folder, a zip (also one inside a zip), or one file."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from inkwright.model.errors import UnreadableError
from inkwright.workspace.archive import Member, members
from inkwright.workspace.folder import unreadable

LARGEST = 256 << 20
"""Bytes of one file of an export that are read: exports in one file are larger than any post."""
MOST = 100_000
"""Files of a folder that are looked at."""
DEEPEST = 2
"""Zips inside zips that are opened."""
_OURS = ("__MACOSX", "node_modules", "__pycache__")


class Opened(Struct, frozen=True):
    """An export on the disk. `names` are its files below `root`, POSIX, sorted; `troubles` pairs what could not be
    opened with the reason."""

    root: Path
    names: tuple[str, ...]
    troubles: tuple[tuple[str, str], ...] = ()

    def read(self, name: str) -> bytes:
        """The bytes of one of its files. Raises UnreadableError."""
        place = self.root / name
        try:
            with place.open("rb") as file:
                if os.fstat(file.fileno()).st_size > LARGEST:
                    raise UnreadableError(f"this file is larger than {LARGEST >> 20} MB", path=name)
                return file.read()
        except OSError as error:
            raise unreadable(error, name) from error


@contextlib.contextmanager
def opened(source: str | Path) -> Iterator[Opened]:
    """An export by its path; what a zip holds is unpacked for as long as this lasts, within the limits of `archive`.

    Links are not followed. Raises UnreadableError for what is not there and for a zip that cannot be read at all.
    """
    place = Path(source).expanduser()
    if place.is_dir():
        names, troubles = _walked(place)
        yield Opened(place, names, troubles)
    elif not place.is_file():
        raise UnreadableError("there is no such file or folder", path=str(source), hint="Check the name.")
    elif _is_zip(place):
        with tempfile.TemporaryDirectory(prefix="inkwright-import-") as folder:
            troubles_: list[tuple[str, str]] = []
            _unpack(place, place.name, Path(folder), "", troubles_, DEEPEST)
            names, more = _walked(Path(folder))
            yield Opened(Path(folder), names, (*troubles_, *more))
    else:
        yield Opened(place.parent, (place.name,))


def _is_zip(place: Path) -> bool:
    try:
        with place.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") or place.suffix.lower() == ".zip"
    except OSError as error:
        raise unreadable(error, str(place)) from error


def _unpack(
    source: bytes | Path, name: str, root: Path, below: str, troubles: list[tuple[str, str]], depth: int
) -> None:
    """The files of a zip below a folder; a zip inside it is unpacked beside its own name."""
    for member in members(source, name, LARGEST):
        path = f"{below}{member.name}"
        if not member.why and any(part in _OURS for part in PurePosixPath(member.name).parts):
            continue
        if member.why:
            troubles.append((f"{name}/{member.name}".rstrip("/"), member.why))
        elif member.data[:4] == b"PK\x03\x04" and path.lower().endswith(".zip"):
            if depth <= 1:
                troubles.append((path, "it is a zip inside a zip inside a zip"))
                continue
            folder = PurePosixPath(path).parent.as_posix()
            inside = "" if folder == "." else f"{folder}/"
            try:
                _unpack(member.data, path, root, inside, troubles, depth - 1)
            except UnreadableError as error:
                troubles.append((path, error.message))
        else:
            _keep(member, path, root, troubles)


def _keep(member: Member, path: str, root: Path, troubles: list[tuple[str, str]]) -> None:
    place = root / path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(member.data)
    except FileExistsError:
        troubles.append((path, "there are two files of that name; the first was taken"))
    except (OSError, ValueError):
        troubles.append((path, "its name is too long, or no name for a file here"))


def _walked(base: Path) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """All files below a folder, relative, and what was left out; hidden ones only where a vault keeps its settings."""
    names: list[str] = []
    troubles: list[tuple[str, str]] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = sorted(os.scandir(base / prefix), key=lambda one: one.name)
        except OSError as error:
            troubles.append((prefix.rstrip("/") or str(base), unreadable(error, prefix).message))
            continue
        for entry in entries:
            path = prefix + entry.name
            if entry.name in _OURS or (entry.name.startswith(".") and entry.name != ".obsidian"):
                continue
            if entry.is_symlink():
                troubles.append((path, "it is a link"))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                names.append(path)
        if len(names) > MOST:
            troubles.append((str(base), f"it has more than {MOST:,} files; the others were left out"))
            break
    return tuple(sorted(names[:MOST])), tuple(troubles)
