"""What the files of pictures say beside the picture: JPEG, PNG, WebP, GIF comments and SVG. Read by seeking, so that a
large picture costs no more than a small one; safe on any bytes. AVIF, HEIC and PDF are not looked into.

**Source:** ITU-T T.81, B.1 (JPEG); PNG specification, sections 5 and 11.3.3; RFC 9649, section 2 (WebP); GIF89a.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from inkwright.model.picture import Trace
from inkwright.model.regex import regex
from inkwright.workspace.exif import MOST_TEXT, exif_traces, xmp_traces

LARGEST = 2_000_000
"""Bytes of one piece that are read."""
_PIECES = 5000
"""Pieces of one file that are looked at."""
_TELLING = 100
"""Pieces of a JPEG that are read because they may tell something."""
_TRACES, _MOST = 200, 400_000
"""Traces of one file, and characters of them all, that are told."""
_IPTC_VALUE = 500
_XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\0"
_IPTC = {0x50: ("person", "IPTC By-line"), 0x5A: ("place", "IPTC City"), 0x5C: ("place", "IPTC Sub-location"),
         0x74: ("person", "IPTC Copyright"), 0x78: ("text", "IPTC Caption")}  # fmt: skip
_PNG_PEOPLE = frozenset({"author", "artist", "copyright", "creator"})
_SVG_START = regex(
    r"(?P<comment><!--)|(?P<metadata><metadata\b)|"
    r"(?:inkscape:export-filename|sodipodi:docname|sodipodi:absref|xml:base)\s?=\s?[\"'](?P<name>[^\"'<>]{0,1000})",
    re.I,
)


def traces_of(place: Path) -> tuple[Trace, ...]:
    """What a picture's file says, in the order of the file; () for one that says nothing, cannot be read or is of
    another kind."""
    try:
        with place.open("rb") as file:
            return tuple(_bounded(traces(file)))
    except OSError:
        return ()


def _bounded(found: Iterator[Trace]) -> Iterator[Trace]:
    """The first of many: a file may hold as much text as it likes."""
    left = _MOST
    for trace in islice(found, _TRACES):
        left -= len(trace.value)
        yield trace
        if left < 0:
            return


def traces(file: BinaryIO) -> Iterator[Trace]:
    """What an open file says; damaged parts say nothing. Never raises for what the bytes are."""
    head = file.read(16)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(file)
    elif head.startswith(b"\xff\xd8"):
        yield from _jpeg(file)
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        yield from _webp(file)
    elif head[:4] == b"GIF8":
        yield from _gif(file)
    elif head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        file.seek(0)
        yield from _svg(file.read(LARGEST).decode("utf-8", "replace"))


def _jpeg(file: BinaryIO) -> Iterator[Trace]:
    file.seek(2)
    told = 0
    for _ in range(_PIECES):
        mark = file.read(2)
        if len(mark) < 2 or mark[0] != 0xFF or mark[1] in (0xD9, 0xDA):  # the end, or the picture itself
            return
        if mark[1] == 0xFF:
            file.seek(-1, io.SEEK_CUR)
            continue
        if mark[1] == 0x01 or 0xD0 <= mark[1] <= 0xD8:
            continue
        size = int.from_bytes(file.read(2), "big") - 2
        if size < 0:
            return
        told += mark[1] in (0xE1, 0xED, 0xFE)
        if mark[1] not in (0xE1, 0xED, 0xFE) or told > _TELLING:
            file.seek(size, io.SEEK_CUR)
            continue
        yield from _segment(mark[1], file.read(size))


def _segment(mark: int, data: bytes) -> Iterator[Trace]:
    if mark == 0xFE:
        yield from _said("JPEG comment", data.decode("utf-8", "replace"))
    elif mark == 0xED:
        yield from _iptc(data)
    elif data.startswith(b"Exif\0\0"):
        yield from exif_traces(data[6:])
    elif data.startswith(_XMP_JPEG):
        yield from xmp_traces(data[len(_XMP_JPEG) :])


def _iptc(data: bytes) -> Iterator[Trace]:
    """The fields of IPTC-IIM, record 2, wherever they begin. **Source:** IPTC-IIM 4.2, section 1.5."""
    for match in re.finditer(rb"\x1c\x02([\x50\x5a\x5c\x74\x78])([\x00-\x7f].)", data, re.S):
        kind, name = _IPTC[match[1][0]]
        size = int.from_bytes(match[2], "big")
        value = data[match.end() : match.end() + min(size, _IPTC_VALUE)].decode("utf-8", "replace").strip("\0 ")
        if value:
            yield Trace(kind, name, value)  # type: ignore[arg-type]


def _png(file: BinaryIO) -> Iterator[Trace]:
    file.seek(8)
    for _ in range(_PIECES):
        head = file.read(8)
        if len(head) < 8:
            return
        size, kind = struct.unpack(">I4s", head)
        if kind not in (b"tEXt", b"zTXt", b"iTXt", b"eXIf") or size > LARGEST:
            file.seek(size + 4, io.SEEK_CUR)
            continue
        data = file.read(size)
        file.seek(4, io.SEEK_CUR)
        if kind == b"eXIf":
            yield from exif_traces(data)
        else:
            yield from _png_text(kind, data)


def _png_text(kind: bytes, data: bytes) -> Iterator[Trace]:
    key, _, rest = data.partition(b"\0")
    name = key.decode("latin-1", "replace")
    if kind == b"zTXt":
        value = _unpacked(rest[1:]).decode("latin-1")
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:]
        rest = rest.partition(b"\0")[2].partition(b"\0")[2]
        value = (_unpacked(rest) if packed else rest).decode("utf-8", "replace")
    else:
        value = rest.decode("latin-1")
    if name == "XML:com.adobe.xmp":
        yield from xmp_traces(value.encode("utf-8", "replace"))
    elif name.startswith("Raw profile type exif"):
        yield from exif_traces(_raw_profile(value))
    elif name.lower() in _PNG_PEOPLE and value.strip():
        yield Trace("person", f"PNG {name}", value.strip()[:MOST_TEXT])
    else:
        yield from _said(f"PNG {name}", value)


def _raw_profile(value: str) -> bytes:
    """Exif as ImageMagick writes it: a name, a length, hexadecimal lines."""
    digits = "".join(value.split()[2:])
    try:
        return bytes.fromhex(digits).removeprefix(b"Exif\0\0")
    except ValueError:
        return b""


def _unpacked(data: bytes) -> bytes:
    """What zlib packed, up to a bound; what came before a fault."""
    try:
        return zlib.decompressobj().decompress(data, LARGEST)
    except zlib.error:
        return b""


def _webp(file: BinaryIO) -> Iterator[Trace]:
    file.seek(12)
    for _ in range(_PIECES):
        head = file.read(8)
        if len(head) < 8:
            return
        kind, size = struct.unpack("<4sI", head)
        if kind not in (b"EXIF", b"XMP ") or size > LARGEST:
            file.seek(size + size % 2, io.SEEK_CUR)
            continue
        data = file.read(size)
        file.seek(size % 2, io.SEEK_CUR)
        yield from exif_traces(data.removeprefix(b"Exif\0\0")) if kind == b"EXIF" else xmp_traces(data)


def _gif(file: BinaryIO) -> Iterator[Trace]:
    """Comments that stand before the first picture, where writers put them."""
    file.seek(10)
    flags = file.read(3)[:1] or b"\0"
    file.seek(3 * 2 ** ((flags[0] & 7) + 1) if flags[0] & 0x80 else 0, io.SEEK_CUR)
    for _ in range(_PIECES):
        mark = file.read(2)
        if len(mark) < 2 or mark[0] != 0x21:
            return
        pieces = []
        while size := (file.read(1) or b"\0")[0]:
            pieces.append(file.read(size))
        if mark[1] == 0xFE:
            yield from _said("GIF comment", b"".join(pieces).decode("utf-8", "replace"))


def _svg(text: str) -> Iterator[Trace]:
    if "<svg" not in text[:10_000]:
        return
    at = 0
    while match := _SVG_START.search(text, at):
        at = match.end()
        if match["name"] is not None:
            yield from _said("SVG file name", match["name"])
            continue
        closer = "-->" if match["comment"] else "</metadata>"
        end = text.find(closer, at)
        if end < 0:  # asked no further, so that a text of openings stays linear
            return
        if match["comment"]:
            yield from _said("SVG comment", text[at:end])
        else:
            yield from xmp_traces(text[at:end].encode("utf-8", "replace"))
        at = end + len(closer)


def _said(name: str, value: str) -> Iterator[Trace]:
    if value.strip("\0 \r\n\t"):
        yield Trace("text", name, value.strip("\0 \r\n\t")[:MOST_TEXT])
