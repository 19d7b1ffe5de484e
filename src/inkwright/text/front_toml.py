"""TOML front matter as entries with exact spans; read by tomllib, statement by statement where the whole is broken."""

import datetime
import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

from inkwright.model.document import Problem
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.front_values import Entry, number

MAX_DEPTH = 50
"""Deeper brackets are refused. **Source:** bars.md, reliability 4."""

_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEY = regex(rf"[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=[ \t]*")
_HEADER = regex(rf"[ \t]*\[\[?[ \t]*({_NAME})[^\n]*")
_STRING = regex(r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.S)
_LINE_AT = regex(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


class TomlRead(NamedTuple):
    """What TOML text holds; `root_end` is where keys outside any table end, the place for a new one."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    root_end: int


class _Statement(NamedTuple):
    """A top-level key with its value, or a table with all below its header (`is_table`)."""

    key: str
    start: int
    span: Span
    end: int
    is_table: bool = False


def read_toml(written: str) -> TomlRead:
    """The top-level entries of TOML text, a table under its first name. Never raises; empty text gives no entries."""
    statements = list(_statements(written))
    root_end = next((s.start for s in statements if s.is_table), len(written))
    if (deep := _too_deep(written)) >= 0:
        return TomlRead((), (Problem(Span(deep, deep + 1), f"nested deeper than {MAX_DEPTH} levels"),), root_end)
    try:
        data = _load(written)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        problem = Problem(_place(written, str(error)), f"the front matter is not TOML: {_plain_words(str(error))}")
        return TomlRead(tuple(_one_by_one(written, statements)), (problem,), root_end)
    return TomlRead(tuple(_entries(written, statements, data)), (), root_end)


def _load(written: str) -> dict[str, Any]:
    """The data of TOML text, numbers as in `front_values`. Raises TOMLDecodeError."""
    return tomllib.loads(written.replace("\r\n", "\n"), parse_float=number)


def _entries(written: str, statements: list[_Statement], data: dict[str, Any]) -> Iterator[Entry]:
    """One entry a top-level key; a key whose tables stand apart spans from the first to the last."""
    seen: dict[str, Entry] = {}
    for found in statements:
        value = _as_text(data.get(found.key), written[found.span.start : found.span.end])
        before = seen.get(found.key)
        span = Span(before.span.start, found.span.end) if before else found.span
        seen[found.key] = Entry(found.key, value, before.start if before else found.start, span, found.end)
    yield from seen.values()


def _one_by_one(written: str, statements: list[_Statement]) -> Iterator[Entry]:
    """What can be read of broken TOML: each statement alone."""
    for found in statements:
        text = written[found.span.start : found.span.end]
        try:
            value = _load(written[found.start : found.end]).get(found.key)
        except (tomllib.TOMLDecodeError, RecursionError, ValueError):
            value = text
        yield Entry(found.key, _as_text(value, text), found.start, found.span, found.end)


def _as_text(value: Any, written: str) -> Any:
    """Dates as the text that was written, at the top level; ISO below."""
    if isinstance(value, datetime.date | datetime.time):
        return written if len(written) < 40 else value.isoformat()
    if isinstance(value, list):
        return [_as_text(item, " " * 40) for item in value]
    if isinstance(value, dict):
        return {key: _as_text(item, " " * 40) for key, item in value.items()}
    if isinstance(value, int) and not isinstance(value, bool):
        return number(written) if isinstance(number(written), str) and len(written) < 40 else value
    return value


def _statements(written: str) -> Iterator[_Statement]:
    """The keys and tables of TOML text in the order written; lines that are neither are passed over."""
    at = 0
    table: tuple[str, int, int] | None = None
    while at < len(written):
        end = _line_end(written, at)
        if header := _HEADER.match(written, at, end):
            if table:
                yield _closed(written, table, at)
            table = (_bare(header[1]), at, header.end())
        elif key := _KEY.match(written, at, end):
            value_end = _value_end(written, key.end())
            end = _line_end(written, value_end)
            if not table:
                name = _bare(re.split(r"[ \t]*\.", key[1], maxsplit=1)[0] if key[1][0] not in "\"'" else key[1])
                yield _Statement(name, key.start(1), Span(key.end(), value_end), end)
        at = end
    if table:
        yield _closed(written, table, len(written))


def _closed(written: str, table: tuple[str, int, int], end: int) -> _Statement:
    key, start, header_end = table
    inside = len(written[header_end:end].rstrip())
    return _Statement(key, start, Span(start, header_end + inside), end, is_table=True)


def _value_end(written: str, at: int) -> int:
    """Where the value that begins at `at` ends; brackets may span lines, strings may hold anything."""
    depth = 0
    start = at
    while at < len(written):
        char = written[at]
        if char in "\"'" and (string := _STRING.match(written, at)):
            at = string.end()
            continue
        if char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
        elif char == "#" and depth == 0:
            break
        elif char == "#":
            at = written.find("\n", at) if "\n" in written[at:] else len(written)
            continue
        elif char in "\r\n" and depth <= 0:
            break
        at += 1
    return start + len(written[start:at].rstrip())


def _too_deep(written: str) -> int:
    """Where brackets nest too deep, -1 when they do not; brackets in strings count too, which no real post reaches."""
    depth = 0
    for found in re.finditer(r"[\[{]|[\]}]", written):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return found.start()
    return -1


def _bare(key: str) -> str:
    """A key without its quotes."""
    if key[:1] not in ("'", '"'):
        return key.strip()
    try:
        return next(iter(tomllib.loads(f"{key} = 1")))
    except tomllib.TOMLDecodeError:
        return key.strip("\"'")


def _line_end(written: str, offset: int) -> int:
    found = written.find("\n", offset)
    return found + 1 if found >= 0 else len(written)


def _place(written: str, said: str) -> Span:
    """The line that tomllib complains about."""
    found = _LINE_AT.search(said)
    if not found or not found[1]:
        return Span(len(written.rstrip()), len(written.rstrip()))
    lines = written.splitlines(keepends=True)
    before = "".join(lines[: int(found[1]) - 1])
    line = lines[int(found[1]) - 1] if int(found[1]) <= len(lines) else ""
    return Span(len(before), len(before) + len(line.rstrip()))


def _plain_words(said: str) -> str:
    return _LINE_AT.sub("", said).strip().rstrip(".").lower()
