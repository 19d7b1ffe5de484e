"""A new `inkwright.toml`: every key with its documentation, those that were chosen set, the others commented out."""

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec.structs import FieldInfo, fields

from inkwright.model import settings
from inkwright.model.settings import Settings, is_table

_HEAD = "# Settings of this Inkwright workspace. Every key is optional; a commented one shows its default.\n"


def documented_settings(chosen: Mapping[str, Any]) -> str:
    """The text of a settings file. `chosen`: top-level keys to set, plain values; empty comments every key out."""
    parts = [_HEAD]
    tables = []
    for item in fields(Settings):
        if is_table(item.type):
            tables.append(item)
        else:
            parts.append(_key(Settings, item, chosen))
    for item in tables:
        parts.append(f"\n[{item.name}]\n")
        parts += [_key(item.type, inner, {}) for inner in fields(item.type)]
    return "".join(parts)


def _key(kind: Any, item: FieldInfo, chosen: Mapping[str, Any]) -> str:
    """One key under its documentation; commented out unless chosen."""
    said = " ".join(field_notes()[kind.__name__][item.name].split())
    comment = "\n".join(textwrap.wrap(said, 100, initial_indent="# ", subsequent_indent="# "))
    value = chosen.get(item.name, getattr(kind(), item.name))
    lead = "" if item.name in chosen else "# "
    return f"\n{comment}\n{lead}{item.name} = {_toml(value)}\n"


def _toml(value: object) -> str:
    """A plain value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple | list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return str(value)


@cache
def field_notes() -> Mapping[str, Mapping[str, str]]:
    """By class and field of `model/settings.py`, the text that stands below the field."""
    return {
        node.name: dict(_notes(node))
        for node in ast.parse(inspect.getsource(settings)).body
        if isinstance(node, ast.ClassDef)
    }


def _notes(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for item, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(item, ast.AnnAssign) and isinstance(below, ast.Expr):
            yield ast.unparse(item.target), str(ast.literal_eval(below.value))
