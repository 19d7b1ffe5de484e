"""Exif and XMP, as JPEG, PNG and WebP carry them -> what they tell of place, people and devices. Safe on any bytes.

**Source:** TIFF 6.0, section 2 (directories); CIPA DC-008 (Exif), tables of tags; XMP specification, parts 1 and 2.
"""

import re
import struct
from collections.abc import Iterator

from inkwright.model.picture import Trace, TraceKind
from inkwright.model.regex import regex

MOST_TEXT = 50_000
"""Characters of one text that are looked at."""
_ENTRIES = 500
_GPS, _SUB, _ORIENTATION = 0x8825, 0x8769, 0x0112
_TAGS: dict[int, tuple[TraceKind, str]] = {
    0x010E: ("text", "ImageDescription"), 0x0131: ("text", "Software"), 0x013B: ("person", "Artist"),
    0x013C: ("device", "HostComputer"), 0x8298: ("person", "Copyright"), 0x9286: ("text", "UserComment"),
    0x9C9B: ("text", "XPTitle"), 0x9C9C: ("text", "XPComment"), 0x9C9D: ("person", "XPAuthor"),
    0x9C9E: ("text", "XPKeywords"), 0x9C9F: ("text", "XPSubject"), 0xA430: ("person", "CameraOwnerName"),
    0xA431: ("device", "BodySerialNumber"), 0xA435: ("device", "LensSerialNumber"),
}  # fmt: skip
_POSITION = (2, 4)
"""Latitude and longitude in the directory of GPS."""
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 9: 4, 10: 8}
_WIDE = range(0x9C9B, 0x9CA0)
_CHARSETS = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp"}

_ORDERED = {"<": "utf-16-le", ">": "utf-16-be"}
"""A comment in Unicode has the byte order of its block where it has no mark of its own."""

_XMP_PLACE = regex(r"(?:exif:GPSL(?:atitude|ongitude)|photoshop:City|Iptc4xmpCore:Location|Iptc4xmpExt:Location\w*)\b")
_XMP_DEVICE = regex(r"(?:\w+:)(?:Body|Lens|Camera)?SerialNumber\s*(?:=\s*[\"']|>)\s*([^\"'<]{2,80})")
_XMP_PERSON = regex(r"<(dc:creator|dc:rights|photoshop:AuthorsPosition)\b[^>]{0,200}>(.{0,2000}?)</\1>", re.S)
_TAG = regex(r"<[^<>]{0,10000}>")


def exif_traces(data: bytes) -> Iterator[Trace]:
    """What an Exif block says, from its byte order mark on; nothing for one that is damaged."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return
    left = [(_number(data, order, 4, "I"), False)]
    seen: set[int] = set()
    while left and len(seen) < 8:
        at, is_place = left.pop()
        if at in seen:
            continue
        seen.add(at)
        for tag, kind, count, where in _entries(data, order, at):
            if tag in (_SUB, _GPS) and not is_place:
                left.append((_number(data, order, where, "I"), tag == _GPS))
            elif is_place and tag in _POSITION and any(data[where : where + 24]):
                yield Trace("place", "GPS")
                is_place = False
            elif not is_place and tag in _TAGS:
                text = _text(data[where : where + min(count * _SIZES.get(kind, 1), MOST_TEXT)], tag, order)
                if text:
                    yield Trace(*_TAGS[tag], text)


def orientation(data: bytes) -> int:
    """How a picture is to be turned, 2 to 8 as in Exif; 1 for upright and where nothing is said."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return 1
    found = (_number(data, order, at, "H") for tag, _, _, at in _entries(data, order, _number(data, order, 4, "I"))
             if tag == _ORIENTATION)  # fmt: skip
    way = next(found, 1)
    return way if 1 <= way <= 8 else 1


def _entries(data: bytes, order: str, at: int) -> Iterator[tuple[int, int, int, int]]:
    """Tag, type, count and the offset of the value of each entry of a directory."""
    for number in range(min(_number(data, order, at, "H"), _ENTRIES)):
        entry = at + 2 + 12 * number
        if entry + 12 > len(data):
            return
        tag, kind, count = struct.unpack(f"{order}HHI", data[entry : entry + 8])
        short = count * _SIZES.get(kind, 1) <= 4
        yield tag, kind, count, entry + 8 if short else _number(data, order, entry + 8, "I")


def _number(data: bytes, order: str, at: int, kind: str) -> int:
    """A number at an offset, 0 where the data ends before it."""
    size = struct.calcsize(kind)
    piece = data[at : at + size]
    return int(struct.unpack(order + kind, piece)[0]) if len(piece) == size else 0


def _text(raw: bytes, tag: int, order: str) -> str:
    if tag in _WIDE:
        return raw.decode("utf-16-le", "ignore").replace("\0", "").strip()
    if raw[:8] in _CHARSETS:
        marked = raw[8:10] in (b"\xff\xfe", b"\xfe\xff")
        charset = _ORDERED[order] if raw[:7] == b"UNICODE" and not marked else _CHARSETS[raw[:8]]
        return raw[8:].decode(charset, "ignore").replace("\0", "").strip()
    return raw.partition(b"\0")[0].decode("utf-8", "replace").strip() if raw[:8].strip(b"\0 ") else ""


def xmp_traces(data: bytes) -> Iterator[Trace]:
    """What a packet of XMP says."""
    text = data[: MOST_TEXT * 4].decode("utf-8", "replace")
    if _XMP_PLACE.search(text):
        yield Trace("place", "XMP")
    for match in _XMP_DEVICE.finditer(text):
        yield Trace("device", "XMP SerialNumber", match[1].strip())
    for match in _XMP_PERSON.finditer(text):
        who = " ".join(_TAG.sub(" ", match[2]).split())
        if who:
            yield Trace("person", f"XMP {match[1]}", who)
    yield Trace("text", "XMP", text[:MOST_TEXT])
