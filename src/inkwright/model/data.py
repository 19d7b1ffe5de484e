"""Data beside a post as rows and columns, and what is wrong with a table or chart that is drawn from it."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, field

from inkwright.model.span import Span

Value = str | int | float | bool | None
"""One cell."""


class DataTable(Struct, frozen=True):
    """Rows by column name; a row may lack columns. `facts` says how the values came about (machine, versions, date, n,
    spread), empty when the file does not say."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Value], ...]
    facts: Mapping[str, Any] = field(default_factory=dict)


class BlockFault(Struct, frozen=True):
    """What is wrong with a table or chart drawn from data: `broken` cannot be drawn as it is asked for, `facts` does
    not say how its values were measured. `span` is the fence's first line."""

    span: Span
    kind: Literal["broken", "facts"]
    message: str
