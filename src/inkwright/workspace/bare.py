"""The bytes of a picture or a film as they may leave: without what a camera or a program wrote beside what is seen.

Kept are the pixels, how they are turned, their colours and their timing; everything else of JPEG, PNG, WebP and GIF
goes, known or not. PDF, sound and office documents are not looked into.

**Source:** ITU-T T.81, B.1 (JPEG); PNG specification, sections 5 and 11; RFC 9649, section 2 (WebP); GIF89a.
"""

import struct
import zlib

from inkwright.model.regex import regex
from inkwright.workspace.bare_boxes import bare_boxes
from inkwright.workspace.bare_svg import bare_svg
from inkwright.workspace.exif import orientation

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL",
     b"fdAT", b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi"}
)  # fmt: skip
"""Chunks beside the critical ones that change what is seen."""
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_TELLS = 0x08 | 0x04
"""Flags of a WebP that say that Exif and XMP are there."""
_APP_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments of a JPEG that are kept, by how their data begins."""
_MARK = regex(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the coded part of a scan."""
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def bare(data: bytes) -> bytes:
    """The same picture without what it tells beside itself; other files and b"" as they are.

    Of a damaged one what can be followed is bare, and the rest stays as it is. Bare bytes come back unchanged.
    """
    if data[:2] == b"\xff\xd8":
        return _jpeg(data)
    if data[:8] == _PNG:
        return _png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _gif(data)
    if data[4:8] in (b"ftyp", b"moov", b"wide", b"mdat"):
        return bare_boxes(data)
    head = data[:4].lstrip(b"\xef\xbb\xbf \t\r\n")
    return bare_svg(data) if head[:1] == b"<" else data


def _turned(way: int) -> bytes:
    """An Exif block that says how a picture is turned and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, way, 0, 0)


def _jpeg(data: bytes) -> bytes:
    kept, way, at = [data[:2]], 1, 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xFF:  # padding
            at += 1
            continue
        if mark == 0xD9:
            return b"".join([*_with_way(kept, way), data[at : at + 2]])
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        said = data[at + 4 : end]
        if mark == 0xE1 and said.startswith(b"Exif\0\0"):
            way = orientation(said[6:])
        if (mark not in range(0xE0, 0xF0) and mark != 0xFE) or said.startswith(_APP_KEPT.get(mark, b"\xff\xff")):
            kept.append(data[at:end])
        at = end
        if mark == 0xDA:
            found = _MARK.search(data, at)
            after = found.start() if found else len(data)
            kept.append(data[at:after])
            at = after
    return b"".join([*_with_way(kept, way), data[at:]])


def _with_way(kept: list[bytes], way: int) -> list[bytes]:
    """The pieces of a JPEG with a block after the first that says how it is turned, where it is not upright."""
    if way == 1:
        return kept
    said = b"Exif\0\0" + _turned(way)
    after = 2 if len(kept) > 1 and kept[1][:2] == b"\xff\xe0" else 1
    return [*kept[:after], b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said, *kept[after:]]


def _png(data: bytes) -> bytes:
    kept, at = [_PNG], 8
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if kind == b"eXIf" and (way := orientation(data[at + 8 : end - 4])) != 1:
            said = b"eXIf" + _turned(way)
            kept.append(struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said)))
        elif kind in _PNG_KEPT or not kind[0] & 0x20:
            kept.append(data[at:end])
        at = end
        if kind == b"IEND":
            return b"".join(kept)
    return b"".join([*kept, data[at:]])


def _webp(data: bytes) -> bytes:
    kept, at = [b"WEBP"], 12
    whole = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= whole:
        kind, size = struct.unpack_from("<4sI", data, at)
        end = at + 8 + size + size % 2
        if kind == b"EXIF" and (way := orientation(data[at + 8 : end].removeprefix(b"Exif\0\0"))) != 1:
            said = _turned(way)
            kept.append(b"EXIF" + struct.pack("<I", len(said)) + said)
        elif kind in _WEBP_KEPT:
            kept.append(data[at:end])
        at = end
    flags = 0x08 if any(piece[:4] == b"EXIF" for piece in kept) else 0
    kept = [_flagged(piece, flags) if piece[:4] == b"VP8X" else piece for piece in kept]
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _flagged(piece: bytes, flags: int) -> bytes:
    return piece[:8] + bytes([piece[8] & ~_WEBP_TELLS | flags]) + piece[9:] if len(piece) > 8 else piece


def _gif(data: bytes) -> bytes:
    at = 13 + (3 << (data[10] & 7) + 1 if len(data) > 10 and data[10] & 0x80 else 0)
    kept = [data[:at]]
    while at < len(data):
        start, mark = at, data[at]
        if mark == 0x3B:
            return b"".join([*kept, b"\x3b"])
        if mark == 0x2C and at + 10 <= len(data):
            flags = data[at + 9]
            at = _blocks(data, at + 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0))
        elif mark == 0x21 and at + 2 <= len(data):
            at = _blocks(data, at + 2)
        else:
            return b"".join([*kept, data[start:]])
        if mark == 0x2C or data[start + 1] == 0xF9 or (
            data[start + 1] == 0xFF and data[start + 3 : start + 14] in _GIF_KEPT
        ):  # fmt: skip
            kept.append(data[start:at])
    return b"".join(kept)


def _blocks(data: bytes, at: int) -> int:
    """Where a chain of sub-blocks ends."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1
