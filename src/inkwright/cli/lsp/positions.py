"""Character offsets to the positions of the Language Server Protocol and back.

**Source:** Language Server Protocol 3.17, "Position" and "PositionEncodingKind": lines and columns count from 0, lines
end at \\n, \\r\\n or \\r, columns count UTF-16 units unless another encoding was agreed on.
"""

from typing import Literal

from inkwright.model.span import LineIndex

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_ENDS = "\r\n"


class Positions:
    """The positions in one text, in the units of one encoding."""

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self._text = text
        self._encoding = encoding
        self._lines = LineIndex(text)
        self._plain = encoding == "utf-32" or text.isascii()

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both from 0; an offset outside the text is clamped to its ends."""
        line, column = self._lines.position(offset)
        if self._plain:
            return line - 1, column - 1
        start = self._lines.offset(line)
        return line - 1, sum(map(self._units, self._text[start : start + column - 1]))

    def offset(self, line: int, column: int) -> int:
        """The character offset of a position; a column past the end of its line means the end of the line."""
        start, after = self._lines.offset(line + 1), self._lines.offset(line + 2)
        text = self._text[start:after].rstrip(_ENDS)
        if self._plain:
            return start + min(column, len(text))
        for index, char in enumerate(text):
            if column <= 0:
                return start + index
            column -= self._units(char)
        return start + len(text)

    def _units(self, char: str) -> int:
        if self._encoding == "utf-16":
            return 2 if char > "\uffff" else 1
        return len(char.encode("utf-8", "surrogatepass"))
