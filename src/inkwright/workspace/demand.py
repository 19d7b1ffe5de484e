"""The file of demand evidence, `inkwright/demand.toml`: readable, safe to change and to delete."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import fields

from inkwright.model.demand import Demand
from inkwright.model.errors import UnreadableError
from inkwright.workspace.decided import quoted, read_decided
from inkwright.workspace.folder import Workspace

PATH = "inkwright/demand.toml"
_HEAD = """\
# What you saw readers ask for, by topic, with where and when; `inkwright topics demand` adds to it. Take out what is no
# longer true.
"""
_TEXTS = tuple(field.name for field in fields(Demand) if field.name != "count")


def load_demand(workspace: Workspace) -> tuple[tuple[Demand, ...], str]:
    """The evidence in the file's order, and the hash of its text for `save_demand`; () and "" when there is no file.

    Raises UnreadableError for a file that cannot be understood.
    """
    hint = "Mend that, or delete the file to forget what you noted."
    data, expected = read_decided(workspace, PATH, hint)
    tables = data.get("demand", [])
    rows = tuple(map(_read, tables)) if isinstance(tables, list) else (None,)
    if None in rows:
        said = 'each [[demand]] needs `topic = "..."`, `source = "..."`; `count` is a whole number, the rest are texts'
        raise UnreadableError(said, path=PATH, hint=hint)
    return tuple(row for row in rows if row), expected


def _read(data: Any) -> Demand | None:
    if not isinstance(data, dict):
        return None
    said, count = {key: data.get(key, "") for key in _TEXTS}, data.get("count", 0)
    if not all(isinstance(value, str) for value in said.values()) or type(count) is not int or count < 0:
        return None
    return Demand(count=count, **said) if said["topic"] and said["source"] else None


def save_demand(workspace: Workspace, rows: Iterable[Demand], expected: str) -> None:
    """Write the evidence in place of what was read. Raises ConflictError when the file changed since."""
    workspace.write(PATH, _HEAD + "".join(map(_written, rows)), expected)


def _written(row: Demand) -> str:
    said = ((field.name, getattr(row, field.name)) for field in fields(Demand))
    lines = (f"{key} = {quoted(value) if isinstance(value, str) else value}\n" for key, value in said if value)
    return f"\n[[demand]]\n{''.join(lines)}"
