"""Table rows that do not fit their table."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_RULE = regex(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
"""The line below the heads of a table."""
MOST = 3
"""Rows of a table that are named one by one for the same fault: with more of them it is the table that is wrong."""
_BAR = regex(r"(?<!\\)(?:\\\\)*\|")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each row with another number of cells than its table has columns; of more than `MOST` with the
    same number the first speaks for all. One for heads that the line below them does not fit, which makes no table."""
    for table in document.of_kind("table"):
        columns = sum(1 for key, _ in table.attrs if key == "align")
        ragged: dict[int, list[Block]] = {}
        for row in table.children[1:] if columns else ():
            cells = _cells(document.slice(row.span))
            if cells != columns:
                ragged.setdefault(cells, []).append(row)
        for cells, rows in ragged.items():
            said = f"this row has {cells} cell{'s' * (cells != 1)}, the table {columns} columns"
            if len(rows) > MOST:
                yield found(rows[0].span, f"{said} ({len(rows) - 1} more such rows)")
            else:
                yield from [found(row.span, said) for row in rows]
    for paragraph in document.of_kind("paragraph"):
        yield from _no_table(document, paragraph)


def _no_table(document: Document, paragraph: Block) -> Iterator[Finding]:
    """A paragraph that was to be a table."""
    lines = document.slice(paragraph.span).split("\n", 2)
    if len(lines) < 2 or not all(map(_BAR.search, lines[:2])) or not _RULE.fullmatch(lines[1]):
        return
    heads, columns = _cells(lines[0]), _cells(lines[1])
    if heads != columns:
        start = paragraph.span.start + len(lines[0]) + 1
        said = (
            f"this line has {columns} column{'s' * (columns != 1)}, the heads above it are {heads}: it makes no table"
        )
        yield found(Span(start, start + len(lines[1])), said)


def _cells(row: str) -> int:
    written = row.strip().strip(">").strip()
    bars = len(_BAR.findall(written)) if "\\" in written else written.count("|")
    return bars + 1 - written.startswith("|") - written.endswith("|") + written.endswith("\\|")
