"""How big a picture is, from its first bytes, so that a page does not jump while its pictures load."""

import re
import struct

from inkwright.model.regex import regex

ENOUGH = 256 * 1024
"""Bytes of a file that are looked at: a JPEG may carry its camera's preview before its size."""
_SVG = regex(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = regex(rb"""\s(width|height)\s*=\s*["']\s*([\d.]+)(?:px)?\s*["']""")
_VIEW_BOX = regex(rb"""\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")
_NO_FRAME = frozenset({0xC4, 0xC8, 0xCC})
_NONE = (0, 0)


def image_size(head: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF, JPEG, WebP or SVG from the beginning of its file.

    (0, 0) for anything else and for a file that is cut off or damaged. An SVG without width and height has the size
    of its view box.
    """
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        return struct.unpack(">II", head[16:24])
    if head[:6] in (b"GIF87a", b"GIF89a") and len(head) >= 10:
        return struct.unpack("<HH", head[6:10])
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP" and len(head) >= 30:
        return _webp(head)
    found = _SVG.search(head[:4096])
    return _svg(found[0]) if found else _NONE


def _jpeg(head: bytes) -> tuple[int, int]:
    """The size in the first frame header. **Source:** ITU-T T.81, B.2.2."""
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + struct.unpack(">H", head[at + 2 : at + 4])[0]
    return _NONE


def _webp(head: bytes) -> tuple[int, int]:
    """The size in the first chunk. **Source:** RFC 9649, sections 2.5 to 2.7."""
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = struct.unpack("<I", head[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return _NONE


def _svg(tag: bytes) -> tuple[int, int]:
    given = {name: float(value) for name, value in _LENGTH.findall(tag) if value.count(b".") < 2 and value != b"."}
    box = _VIEW_BOX.search(tag)
    if len(given) == 2:
        return round(given[b"width"]), round(given[b"height"])
    if box and box[1].count(b".") < 2 and box[2].count(b".") < 2:
        return round(float(box[1])), round(float(box[2]))
    return _NONE
