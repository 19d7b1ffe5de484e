"""Byte offsets of a UTF-8 encoding to character offsets of the text it came from."""

import re
from bisect import bisect_right
from collections.abc import Callable

_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def byte_to_char(text: str) -> Callable[[int], int]:
    """A function from byte offset (of `text` in UTF-8) to character offset. Offsets must lie between characters."""
    if text.isascii():
        return lambda offset: offset
    ends: list[int] = []
    extras: list[int] = []
    extra = 0
    for match in _NON_ASCII.finditer(text):
        code = ord(match[0])
        extra += 1 if code < 0x800 else 2 if code < 0x10000 else 3
        ends.append(match.end() + extra)
        extras.append(extra)

    def convert(offset: int) -> int:
        index = bisect_right(ends, offset)
        return offset - extras[index - 1] if index else offset

    return convert
