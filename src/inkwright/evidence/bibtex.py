"""BibTeX and BibLaTeX files -> their entries as written. Tolerant: what is broken is named and the rest is read.

**Source:** the grammar of "BibTeXing" (Patashnik, 1988): braces count even behind a backslash, text between entries is
a comment, `#` joins values, `@string` defines abbreviations.
"""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from inkwright.model.regex import regex

LONGEST = 4_000_000
"""Characters of a file that are read."""

_START = regex(r"@[ \t]*([A-Za-z]\w*)\s*([{(])")
_NEXT = regex(r"^[ \t]*@[ \t]*[A-Za-z]\w*\s*[{(]", re.M)
_KEY = regex(r"\s*([^\s,{}\"=#%\\]*)\s*([,})])")
_NAME = regex(r"[\s,]*([^\s=,{}\"#()%\\]+)\s*=\s*")
_BARE = regex(r"[^\s,{}\"#()=]+")
_JOIN = regex(r"\s*#\s*")
_BRACE = regex(r"[{}]")
_QUOTED = regex(r"[{}\"]")
_MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip


class Entry(Struct, frozen=True):
    """An entry: its kind and field names in lower case, values without their delimiters, `line` 1-based."""

    kind: str
    key: str
    fields: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


class Broken(Struct, frozen=True):
    """An entry that cannot be read: its 1-based line and what is wrong with it."""

    line: int
    message: str


class _Fault(Exception):
    """What is wrong with an entry."""


def parse_bibtex(text: str) -> tuple[tuple[Entry, ...], tuple[Broken, ...]]:
    """All entries in reading order and what could not be read; both empty for an empty text. Never raises.

    Of two entries of one key both are given. Linear: an entry that is not closed ends where the next one starts a line.
    """
    text = text[:LONGEST]
    entries: list[Entry] = []
    broken: list[Broken] = []
    strings = dict(_MONTHS)
    line, counted = 1, 0
    starts = [*(match.start() for match in _NEXT.finditer(text)), len(text)]
    following = 0
    at = 0
    while match := _START.search(text, at):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        while starts[following] <= match.start() and following < len(starts) - 1:
            following += 1
        end = starts[following]
        try:
            found, at = _entry(text, match, end, strings)
            if found is not None:
                entries.append(Entry(found.kind, found.key, found.fields, line))
        except _Fault as fault:
            broken.append(Broken(line, str(fault)))
            at = end
    return tuple(entries), tuple(broken)


def _entry(text: str, match: re.Match[str], end: int, strings: dict[str, str]) -> tuple[Entry | None, int]:
    """One entry and where it ends; None for a comment, a preamble or an abbreviation, which is put into `strings`."""
    kind, closer = match[1].lower(), ")" if match[2] == "(" else "}"
    at = match.end()
    if kind in ("comment", "preamble"):
        return None, _closed(text, at, end) if closer == "}" else at
    if kind == "string":
        fields, at = _fields(text, at, end, closer, strings)
        strings.update(fields)
        return None, at
    key = _KEY.match(text, at, end)
    if key is None or not key[1]:
        raise _Fault(f"this `@{match[1]}` has no key")
    if key[2] == closer:
        return Entry(kind, key[1]), key.end()
    fields, at = _fields(text, key.end(), end, closer, strings)
    return Entry(kind, key[1], fields), at


def _fields(text: str, at: int, end: int, closer: str, strings: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """The fields from an offset to the closing mark, and the offset behind it; of two of one name the first counts."""
    found: dict[str, str] = {}
    while True:
        at = _skip(text, at, end)
        if at >= end:
            raise _Fault("this entry is not closed")
        if text[at] == closer:
            return found, at + 1
        name = _NAME.match(text, at, end)
        if name is None:
            raise _Fault(f"`name = value` was expected at `{text[at : at + 20].splitlines()[0]}`")
        value, at = _value(text, name.end(), end, strings)
        found.setdefault(name[1].lower(), value)


def _skip(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isspace() or text[at] == ","):
        at += 1
    return at


def _value(text: str, at: int, end: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """A value of pieces joined by `#`, and the offset behind it."""
    pieces = []
    while True:
        piece, at = _piece(text, at, end, strings)
        pieces.append(piece)
        join = _JOIN.match(text, at, end)
        if join is None:
            return "".join(pieces), at
        at = join.end()


def _piece(text: str, at: int, end: int, strings: Mapping[str, str]) -> tuple[str, int]:
    if at < end and text[at] == "{":
        stop = _closed(text, at + 1, end)
        return text[at + 1 : stop - 1], stop
    if at < end and text[at] == '"':
        depth = 0
        for mark in _QUOTED.finditer(text, at + 1, end):
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            if mark[0] == '"' and depth <= 0:
                return text[at + 1 : mark.start()], mark.end()
        raise _Fault("a quotation mark is not closed")
    bare = _BARE.match(text, at, end)
    if bare is None:
        raise _Fault("a value is missing")
    return strings.get(bare[0].lower(), bare[0]), bare.end()


def _closed(text: str, at: int, end: int) -> int:
    """The offset behind the brace that closes one before `at`."""
    depth = 1
    for mark in _BRACE.finditer(text, at, end):
        depth += 1 if mark[0] == "{" else -1
        if not depth:
            return mark.end()
    raise _Fault("a brace is not closed")
