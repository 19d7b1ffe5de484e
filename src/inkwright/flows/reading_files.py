"""A path that a writer named -> the files of readings in it: a table, a log, packed or not, or all those of a zip."""

import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from inkwright.measure.formats.substack import INDEX
from inkwright.model.errors import UnreadableError
from inkwright.workspace.archive import members
from inkwright.workspace.folder import Workspace

LARGEST = 512 << 20
"""Bytes of a log that was compressed."""
_READ = (".csv", ".json", ".log", ".tsv", ".txt")


def place_of(path: str) -> Path:
    """Where a path leads from here."""
    return Path(path).expanduser().absolute()


def files_in(workspace: Workspace, place: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of a file, unpacked, or of each table, list and log in a zip. Raises UnreadableError."""
    if place.suffix.lower() == ".zip":
        for member in members(place, place.name):
            if not member.why and member.name.lower().endswith(_READ):
                yield member.name, member.data
        return
    data = workspace.read_bytes(place)
    if data.startswith(b"\x1f\x8b"):
        data = unpacked(data, place.name)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableError("it is a spreadsheet and no table", path=place.name, hint="Save it as CSV there.")
    yield place.name.removesuffix(".gz"), data


def table_of_posts(place: Path) -> bytes:
    """The table in a zip that names the posts which its other files call by their numbers; b"" for none."""
    return next((one.data for one in members(place, place.name) if one.name.rpartition("/")[2] == INDEX), b"")


def unpacked(data: bytes, name: str) -> bytes:
    """What was packed by gzip, in one part or several. Raises UnreadableError, also where the end is missing."""
    found = b""
    while data:
        reader = zlib.decompressobj(wbits=31)
        try:
            found += reader.decompress(data, LARGEST - len(found) + 1)
        except zlib.error as error:
            raise UnreadableError("it cannot be unpacked", path=name, hint="Unpack it by hand to see.") from error
        if len(found) > LARGEST:
            raise UnreadableError(f"it holds more than {LARGEST >> 20} MB", path=name, hint="Split it by day.")
        if not reader.eof:
            hint = f"Fetch it again, or import what is there: zcat {name} > part.log."
            raise UnreadableError("it is packed and its end is missing", path=name, hint=hint)
        data = reader.unused_data.lstrip(b"\0")
    return found


def changed_on(place: Path) -> str:
    """The ISO day on which a file was last changed. Raises UnreadableError when it is not there."""
    try:
        return datetime.fromtimestamp(place.stat().st_mtime).date().isoformat()
    except OSError as error:
        raise UnreadableError(f"it cannot be read ({error.strerror})", path=str(place)) from error
