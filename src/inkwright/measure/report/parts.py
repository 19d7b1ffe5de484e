"""What the page is made of: sections of figures, each a drawing and the table of its numbers."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from inkwright.model.regex import regex
from inkwright.model.visible import visible

_NO_CHARACTERS = regex("[\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]|[\U0001fffe\U0001ffff]")
NONE = "–"
"""What stands for a number that nobody knows."""


class Cell(Struct, frozen=True):
    """What is read, and the number behind it as the command prints it in JSON, None where it is no number."""

    text: str
    value: float | None = None


class Table(Struct, frozen=True):
    """`head` names the columns; the first cell of each row names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Figure(Struct, frozen=True):
    """A drawing (SVG, "" where a table says it better), what it shows in words, and its table."""

    id: str
    title: str
    drawing: str
    table: Table
    said: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """A part of the page; without figures `said` says why there are none."""

    id: str
    title: str
    said: tuple[str, ...]
    figures: tuple[Figure, ...] = ()


def words(text: str) -> str:
    """Foreign words as they can stand on a page: in one line, none that turns the reading round."""
    return _NO_CHARACTERS.sub("\ufffd", visible(" ".join(text.split())))


def named(text: str) -> Cell:
    """A cell of words."""
    return Cell(words(text) or NONE)


def number(value: int | None, unit: str = "") -> Cell:
    """A cell of a count."""
    return Cell(NONE) if value is None else Cell(f"{value:,}{unit}", value)


def percent(value: float | None) -> Cell:
    """A cell of a share from 0 to 1."""
    return Cell(NONE) if value is None else Cell(f"{value:.1%}", value)


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table of a page."""
    return Table(words(caption), tuple(head), tuple(tuple(row) for row in rows))


def some(count: int, noun: str) -> str:
    """A count with its noun: `1 post`, `2 posts`."""
    return f"{count:,} {noun}{'s' * (count != 1)}"
