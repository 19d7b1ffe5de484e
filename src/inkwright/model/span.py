"""Where something stands in a text. Spans are half-open and count Unicode characters of the source as it was read."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters, `0 <= start <= end`."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether an offset or a whole span lies inside; an empty span lies inside where it starts."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one character belongs to both."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """The same range `by` characters later."""
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A place as people count: 1-based line, 1-based column in characters."""

    line: int
    column: int


class LineIndex:
    r"""Turns offsets into positions and back. Lines end at \n, \r\n or a lone \r, at nothing else."""

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        starts = [0]
        if "\r" in text:
            at = 0
            while at < len(text):
                char = text[at]
                if char == "\r":
                    at += 2 if text.startswith("\r\n", at) else 1
                    starts.append(at)
                else:
                    at += 1
                    if char == "\n":
                        starts.append(at)
        else:
            ends = enumerate(accumulate(map(len, text.split("\n"))), 1)
            starts += [end + passed for passed, end in ends]
            starts.pop()
        self._starts = starts
        self._length = len(text)

    def __len__(self) -> int:
        """Number of lines; a text that ends with a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The position of a character offset; offsets outside the text are clamped to its ends."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a position; lines past the end give the end of the text."""
        if line > len(self._starts):
            return self._length
        return min(self._starts[max(line, 1) - 1] + column - 1, self._length)
