"""Bytes of a table -> its rows with their lines: any encoding, any separator, quotes that never end. Pure."""

import csv
import re
from collections.abc import Iterator

from msgspec import Struct

from inkwright.model.regex import regex

_SEPARATORS = ",;\t|"
_LONGEST = 20
"""Lines that one row may have: a cell with a note of many lines is read, an open quote swallows no more than that.
**Source:** own choice."""
_TOO_LONG = 100_000
_UTF16 = regex(rb"(?:[^\0]\0){8}|(?:\0[^\0]){8}")


class Row(Struct, frozen=True):
    """A row of a table: the line that it starts on, from 1, its cells, and the text of its lines as it stands there.
    `broken` says why there are no cells."""

    line: int
    cells: tuple[str, ...]
    text: str
    broken: str = ""


def decode_table(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, with or without a mark at the start. A line that is no UTF-8 is read as
    Windows-1252, the others of the file stay UTF-8. Null bytes are dropped."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    elif _UTF16.match(data):
        text = data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    else:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = "".join(_line(one) for one in data.splitlines(keepends=True))
    return text.replace("\0", "").removeprefix("\ufeff")


def rows(text: str) -> Iterator[Row]:
    """The rows of a table, without empty ones. What separates cells is seen in the first row, or said by a line
    `sep=;` before it. A quote that is not closed within 20 lines breaks its own line only."""
    lines = re.split(r"\r\n|\r|\n", text)
    at, separator = _separator(lines)
    while at < len(lines):
        row, used = _row(lines, at, separator)
        at += used
        if row.broken or any(cell.strip() for cell in row.cells):
            yield row


def separator_of(text: str) -> str:
    """What separates the cells of a table."""
    return _separator(re.split(r"\r\n|\r|\n", text))[1]


def _line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(lines: list[str]) -> tuple[int, str]:
    """Where the table starts, and what separates its cells; a comma where nothing does."""
    at = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if at == len(lines):
        return at, ","
    if said := re.fullmatch(r'"?sep=([,;\t|])"?', lines[at].strip("\ufeff ").lower()):
        return at + 1, said[1]
    bare = re.sub(r'"[^"]*"', "", lines[at])
    return at, max(_SEPARATORS, key=bare.count)


def _row(lines: list[str], at: int, separator: str) -> tuple[Row, int]:
    """The row that starts on a line, and how many lines it has."""
    line = lines[at]
    if len(line) > _TOO_LONG:
        return Row(at + 1, (), line[:200], f"the line is longer than {_TOO_LONG:,} characters"), 1
    if '"' not in line:
        return Row(at + 1, tuple(line.split(separator)), line), 1
    for used in range(1, min(_LONGEST, len(lines) - at) + 1):
        text = "\n".join(lines[at : at + used])
        try:
            cells = next(csv.reader([text], delimiter=separator, strict=True))
        except csv.Error as error:
            if "end of data" in str(error):
                continue
            break
        return Row(at + 1, tuple(cells), text), used
    return Row(at + 1, (), line, "a quote is not closed or stands in the middle of a cell"), 1
