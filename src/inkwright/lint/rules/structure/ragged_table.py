"""Table rows that do not fit their table."""

import re
from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each row with another number of cells than its table has columns."""
    for table in document.of_kind("table"):
        columns = sum(1 for key, _ in table.attrs if key == "align")
        for row in table.children:
            written = document.slice(row.span).strip().strip(">").strip()
            cells = len(_BAR.findall(written)) + 1 - written.startswith("|") - bool(_BAR.match(written[-1:]))
            if written.endswith("\\|"):
                cells += 1
            if row.kind == "table_row" and columns and cells != columns:
                yield found(row.span, f"this row has {cells} cell{'s' * (cells != 1)}, the table {columns} columns")
