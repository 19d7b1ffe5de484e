"""AVIF, HEIC, MP4 and MOV without what they tell beside the picture. Nothing moves: what goes is made blank in place.

**Source:** ISO/IEC 14496-12, sections 4.2, 8.10 and 8.11 (boxes, user data, metadata items).
"""

from collections.abc import Iterator

_HOLDS = frozenset({b"moov", b"trak", b"moof", b"traf"})
"""Boxes of films that are looked into."""
_TELLS = frozenset({b"udta", b"meta", b"uuid"})
"""Boxes of films that hold what was written beside them."""
_PICTURES = frozenset({b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc"})
_DEEPEST = 8
_NOTHING = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"
"""An Exif item without an entry: readers refuse a picture whose item is none."""


def bare_boxes(data: bytes) -> bytes:
    """The same picture or film; damaged parts stay as they are."""
    made = bytearray(data)
    for kind, start, body, end in _boxes(data, 0, len(data)):
        if kind == b"meta" and data[8:12] in _PICTURES:
            for first, last in _told(data, body + 4, end):
                made[first:last] = _NOTHING[: last - first].ljust(last - first, b"\0")
        elif kind in (b"uuid", b"udta") or (kind == b"meta" and data[8:12] not in _PICTURES):
            _blank(made, start, body, end)
        elif kind in _HOLDS:
            _film(data, made, body, end, 0)
    return bytes(made)


def _film(data: bytes, made: bytearray, at: int, end: int, depth: int) -> None:
    for kind, start, body, after in _boxes(data, at, end):
        if kind in _TELLS:
            _blank(made, start, body, after)
        elif kind in _HOLDS and depth < _DEEPEST:
            _film(data, made, body, after, depth + 1)


def _blank(made: bytearray, start: int, body: int, end: int) -> None:
    """A box becomes free space of the same size."""
    made[start + 4 : start + 8] = b"free"
    made[body:end] = bytes(end - body)


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Kind, start, start of the content and end of each box; nothing more after a damaged one."""
    while at + 8 <= end:
        size, body = int.from_bytes(data[at : at + 4], "big"), at + 8
        if size == 1:
            size, body = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        after = end if size == 0 else at + size
        if after > end or after < body:
            return
        yield data[at + 4 : at + 8], at, body, after
        at = after


def _told(data: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the items of a picture lie that are Exif or XMP."""
    items: set[int] = set()
    places: dict[int, list[tuple[int, int, int]]] = {}
    store = (0, 0)
    for kind, _, body, after in _boxes(data, at, end):
        if kind == b"iinf":
            items = set(_telling(data, body, after))
        elif kind == b"iloc":
            places = _locations(data[body:after])
        elif kind == b"idat":
            store = (body, after)
    for item in items:
        for method, offset, length in places.get(item, ()):
            first = offset + (store[0] if method == 1 else 0)
            last = min(first + length, store[1] if method == 1 else len(data))
            if method in (0, 1) and 0 < first < last:
                yield first, last


def _telling(data: bytes, body: int, end: int) -> Iterator[int]:
    """The numbers of the items that are Exif or text of a kind of its own (XMP)."""
    wide = data[body : body + 1] != b"\0"
    for kind, _, inside, _ in _boxes(data, body + (8 if wide else 6), end):
        if kind != b"infe" or data[inside : inside + 1] not in (b"\2", b"\3"):
            continue
        size = 4 if data[inside : inside + 1] == b"\3" else 2
        after = inside + 4 + size + 2
        if data[after : after + 4] in (b"Exif", b"mime", b"uri "):
            yield int.from_bytes(data[inside + 4 : inside + 4 + size], "big")


def _locations(box: bytes) -> dict[int, list[tuple[int, int, int]]]:
    """Method, offset and length of each piece of each item."""
    version, sizes = box[0] if box else 9, int.from_bytes(box[4:6], "big")
    offsets, lengths, bases, indexes = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15 if version else 0
    number = 4 if version == 2 else 2
    at, found = 6, {}

    def take(size: int) -> int:
        nonlocal at
        at += size
        return int.from_bytes(box[at - size : at], "big")

    for _ in range(take(number)):
        if at >= len(box) or version > 2:
            break
        item = take(number)
        method = take(2) & 15 if version else 0
        take(2)
        base, pieces = take(bases), []
        for _ in range(take(2)):
            if at >= len(box):
                break
            take(indexes)
            first = base + take(offsets)
            pieces.append((method, first, take(lengths)))
        found[item] = pieces
    return found
