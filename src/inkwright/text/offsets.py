"""Byte offsets of a UTF-8 encoding to character offsets of the text it came from."""

from bisect import bisect_right
from collections.abc import Callable

from inkwright.model.regex import regex

_NON_ASCII = regex(r"[^\x00-\x7f]")


def byte_to_char(text: str, base: int = 0) -> Callable[[int], int]:
    """A function from byte offset (of `text` in UTF-8, between characters) to character offset plus `base`."""
    if text.isascii():
        return base.__add__
    ends: list[int] = [0]
    shifts: list[int] = [base]
    extra = 0
    for match in _NON_ASCII.finditer(text):
        code = ord(match[0])
        extra += 1 if code < 0x800 else 2 if code < 0x10000 else 3
        ends.append(match.end() + extra)
        shifts.append(base - extra)

    def convert(offset: int) -> int:
        return offset + shifts[bisect_right(ends, offset) - 1]

    return convert
