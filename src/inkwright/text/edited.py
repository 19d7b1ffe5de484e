"""A text with parts replaced before it is parsed, and the way back from bytes of it to characters of the original."""

from bisect import bisect_right
from collections.abc import Callable, Iterable

from inkwright.model.regex import regex

_WIDE = regex(r"[^\x00-\x7f]")
"""A character of more than one byte."""

Edit = tuple[int, int, str]
"""Replace the characters from the first to the second offset by the text."""


def edited(text: str, start: int, edits: Iterable[Edit]) -> tuple[str, Callable[[int], int]]:
    """The text from `start` on with edits applied, and a function from its UTF-8 byte offsets to characters of `text`.

    `edits` are in reading order and do not overlap. An offset inside a replacement maps to where the replaced part
    starts, one at its end to where that ends.
    """
    pieces: list[str] = []
    points: list[int] = []
    shifts: list[int] = []
    limits: list[int] = []
    at, byte = start, 0

    def point(char: int, limit: int) -> None:
        if points and points[-1] == byte:
            points.pop(), shifts.pop(), limits.pop()
        points.append(byte)
        shifts.append(byte - char)
        limits.append(limit)

    def keep(until: int) -> None:
        nonlocal at, byte
        piece = text[at:until]
        pieces.append(piece)
        point(at, until)
        if piece.isascii():
            byte += until - at
        else:
            last = at
            for wide in _WIDE.finditer(piece):
                code = ord(wide[0])
                index = at + wide.start()
                byte += index - last + (2 if code < 0x800 else 3 if code < 0x10000 else 4)
                last = index + 1
                point(last, until)
            byte += until - last
        at = until

    for first, last, replacement in edits:
        keep(first)
        pieces.append(replacement)
        point(first, first)
        byte += len(replacement.encode())
        at = last
    keep(len(text))

    def to_char(offset: int) -> int:
        index = bisect_right(points, offset) - 1
        char = offset - shifts[index]
        limit = limits[index]
        return char if char < limit else limit

    return "".join(pieces), to_char
