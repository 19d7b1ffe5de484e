"""Data files as rows and columns: CSV, TSV, JSON, TOML. Pure: text comes in, a table goes out."""

import csv
import io
import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from inkwright.model.data import DataTable, Value
from inkwright.model.regex import regex

FACTS = "facts"
"""The key under which a file says how its values came about."""
NAME, VALUE = "name", "value"
"""Columns of rows that were keys of an object, and of values that stood alone."""
_NUMBER = regex(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\Z")


def read_table(name: str, text: str, key: str = "") -> DataTable:
    """The rows of a file by its suffix; `key` is a dotted path to the part of a JSON or TOML file that holds them.

    A list of objects is its rows; an object of objects too, each with its key as `name`; an object of lists of one
    length is columns; an object of single values is rows of `name` and `value`, a list of single values rows of
    `value`. `facts` at the top of the file, or of the part, is never a row. No data gives no rows. Raises ValueError
    with a sentence.
    """
    suffix = name.lower().rpartition(".")[2]
    text = text.removeprefix("\ufeff")
    try:
        if suffix in ("csv", "tsv"):
            if key:
                raise ValueError(f"{name} is a table and has no parts: leave out #{key}")
            return _delimited(text, "\t" if suffix == "tsv" else "")
        if suffix not in ("json", "toml"):
            raise ValueError(f"{name} is no data file: name a .csv, .tsv, .json or .toml")
        data = json.loads(text) if suffix == "json" else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError, csv.Error, RecursionError) as error:
        raise ValueError(f"{name} is no {suffix.upper()}: {str(error).partition(chr(10))[0][:120]}") from error
    facts = _facts(data)
    for part in filter(None, key.split(".")):
        data = _below(name, data, part)
        facts = _facts(data) or facts
    columns, rows = _rows(name, data)
    return DataTable(columns, rows, facts)


def _facts(data: Any) -> Mapping[str, Any]:
    found = data.get(FACTS) if isinstance(data, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _below(name: str, data: Any, part: str) -> Any:
    if isinstance(data, Mapping) and part in data:
        return data[part]
    if isinstance(data, Sequence) and not isinstance(data, str) and part.isdecimal() and int(part[:9]) < len(data):
        return data[int(part[:9])]
    held = ", ".join(map(str, list(data)[:6])) if isinstance(data, Mapping) and data else "no parts"
    raise ValueError(f"{name} has no `{part}` there: it holds {held}")


def _rows(name: str, data: Any) -> tuple[tuple[str, ...], tuple[Mapping[str, Value], ...]]:
    found: Sequence[Mapping[Any, Any]]
    if isinstance(data, Mapping):
        data = {str(key): value for key, value in data.items() if key != FACTS}
        lists = {key: value for key, value in data.items() if isinstance(value, list)}
        if any(isinstance(value, Mapping) for value in data.values()):
            found = [{NAME: key, **value} for key, value in data.items() if isinstance(value, Mapping)]
        elif lists and len(lists) == len(data) and len({len(value) for value in lists.values()}) == 1:
            found = [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]
            return tuple(lists), tuple(map(_plain, found))
        else:
            found = [{NAME: key, VALUE: value} for key, value in data.items() if _single(value)]
    elif isinstance(data, list):
        found = [row if isinstance(row, Mapping) else {VALUE: row} for row in data]
    else:
        raise ValueError(f"{name} holds a single value there, no rows")
    rows = tuple(map(_plain, found))
    return tuple(dict.fromkeys(column for row in rows for column in row)), rows


def _plain(row: Mapping[Any, Any]) -> Mapping[str, Value]:
    """The cells of a row that are single values; dates become text."""
    plain = {str(key): value if _single(value) else _dated(value) for key, value in row.items()}
    return {key: value for key, value in plain.items() if _single(value)}


def _dated(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _single(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float)


def _delimited(text: str, delimiter: str) -> DataTable:
    head = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or max(",;\t", key=head.count))
    names = tuple(dict.fromkeys(name.strip() for name in next(lines, [])))
    rows = tuple(
        {column: _number(cell.strip()) for column, cell in zip(names, line, strict=False)}
        for line in lines
        if any(line)
    )
    return DataTable(names, rows)


def _number(cell: str) -> Value:
    if not _NUMBER.match(cell):
        return cell or None
    try:
        return int(cell)
    except ValueError:
        return float(cell)
