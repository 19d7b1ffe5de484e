"""Reading a zip that somebody else made: bounded in entries, bytes and ratio; no way out of it, no links."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from inkwright.model.errors import UnreadableError

ENTRIES = 10_000
BYTES = 1 << 30
RATIO = 100
"""How much larger an entry may be than it is packed. **Source:** bars.md, reliability 4, for all three."""
SMALL = 1 << 20
"""Bytes up to which the ratio does not matter: short texts pack well."""


class Member(Struct, frozen=True):
    """An entry: its path, POSIX and inside the archive, and its bytes; or `why` it was left out, with no bytes."""

    name: str
    data: bytes = b""
    why: str = ""


def entries(source: Path) -> int:
    """How many entries a zip has, at most as many as are read; 0 for what is no zip."""
    try:
        with zipfile.ZipFile(source) as archive:
            return min(len(archive.infolist()), ENTRIES)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError):
        return 0


def members(source: bytes | Path, name: str, largest: int = 32 << 20) -> Iterator[Member]:
    """The files of a zip, given as its bytes or its place on the disk, in its order; `largest` bounds each in bytes.
    Those left out come with the reason.

    Raises UnreadableError for what is no zip; a limit on the whole ends it with one last member that says so.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError) as error:
        raise UnreadableError("this is no zip that can be read", path=name, hint="Export it again.") from error
    total = 0
    for number, info in enumerate(infos):
        if number >= ENTRIES:
            yield Member("", why=f"it has {len(infos)} entries; those after the first {ENTRIES} were left out")
            return
        if info.filename.endswith("/"):
            continue
        member = _member(archive, info, min(largest, BYTES - total))
        total += len(member.data)
        yield member
        if total >= BYTES:
            yield Member("", why=f"it unpacks to more than {BYTES >> 20} MB; the rest was left out")
            return


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> Member:
    name = info.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if not name:
        return Member(name, why="it has no name")
    if not parts or name.startswith("/") or any(part in ("..", ".") or ":" in part or "\0" in part for part in parts):
        return Member(name, why="its name leads out of the archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        return Member(name, why="it is a link")
    if info.flag_bits & 1:
        return Member(name, why="it is locked with a password")
    try:
        with archive.open(info) as file:
            allowed = limit if info.compress_size * RATIO > limit else max(SMALL, info.compress_size * RATIO)
            data = file.read(min(limit, allowed) + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, RuntimeError):
        return Member(name, why="it is damaged")
    if len(data) > min(limit, allowed):
        return Member(name, why="it is too large, or grows too much when it is unpacked")
    return Member(name, data)
