"""Figures of a post that equal a value beside it and are bound to nothing yet. They are only named, never bound."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from inkwright.evidence.results import Data
from inkwright.model.document import Document, Passage
from inkwright.model.number_list import Proposal
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.figures import amount
from inkwright.text.marks import bound_numbers
from inkwright.text.prose import passages

MOST_VALUES = 20_000
"""Values of one post's files that are looked at."""
FIGURE = regex(
    r"(?<![\w.,/#$€£¥@:+-])(?P<currency>[$€£¥])?(?P<digits>\d(?:[\d,]*\d)?(?:\.\d+)?)(?![\w.,]*\d)"
    r"(?P<unit>(?P<space>[ \u00a0\u202f]?)(?:%|×|°C|[µmn]?s\b|min\b|[kKMGT]i?[Bb](?:/s)?\b|[kMG]?Hz\b|[km]?W\b|"
    r"(?:seconds?|minutes?|hours?|days?|tokens?|requests?|rows?|lines?|times)(?:/s)?\b))?(?![\w/-])"
)
_YEAR = regex(r"(?:19|20)\d\d\Z")
_WORD = regex(r"[a-z]{3,}|\d+")


class _Value(NamedTuple):
    file: str
    key: str
    number: float
    words: frozenset[str]


def proposals(document: Document, files: Mapping[str, Data]) -> tuple[Proposal, ...]:
    """The figures that equal exactly one value of some files, by name; empty without figures or values.

    A figure has two digits that count, or a unit. Where several values are equal, the words around the figure must
    speak for one of them: its key shares most of them.
    """
    values = [value for name, data in files.items() for value in _values(name, data)][:MOST_VALUES]
    taken = [number.span for number in bound_numbers(document)]
    found = []
    for passage in passages(document) if values else ():
        for figure in FIGURE.finditer(passage.text):
            span = Span(figure.start() + passage.span.start, figure.end() + passage.span.start)
            if _counts(figure) and not any(one.start < span.end and span.start < one.end for one in taken):
                value = _only(_equal(figure, values), _around(document, passage, span))
                if value:
                    found.append(_proposal(document, span, figure, value))
    return tuple(found)


def _values(file: str, data: Data) -> Iterator[_Value]:
    """Every number in some data with its dotted key, in order; however deep, for others wrote the file."""
    left: list[tuple[tuple[str, ...], Data]] = [((), data)]
    while left:
        path, here = left.pop()
        if isinstance(here, Mapping):
            left += [((*path, str(name)), below) for name, below in reversed([*here.items()])]
        elif isinstance(here, Sequence) and not isinstance(here, str):
            left += [((*path, str(at)), below) for at, below in reversed([*enumerate(here)])]
        elif isinstance(here, int | float | str) and not isinstance(here, bool):
            value = _value(file, path, here)
            if value:
                yield value


def _value(file: str, path: tuple[str, ...], written: float | str) -> _Value | None:
    try:
        number = abs(float(written))
    except (ValueError, OverflowError):
        return None
    if not 0 < number < float("inf"):
        return None
    key = ".".join(quote(name, safe="/%~+@,:;=()'") for name in path)
    return _Value(file, key, number, frozenset(_WORD.findall(" ".join(path).lower().replace("_", " "))))


def _counts(figure: re.Match[str]) -> bool:
    """Whether a figure is one that somebody measured: no year, no single digit without a unit."""
    digits = figure["digits"]
    if figure["unit"] or figure["currency"] or "," in digits:
        return len(digits) > 1
    return len(digits.replace(".", "").strip("0")) > 1 and not _YEAR.match(digits)


def _equal(figure: re.Match[str], values: Sequence[_Value]) -> list[_Value]:
    """The values that would be written as a figure is; a share may stand in percent."""
    said, _ = amount(figure["digits"])
    half = 0.5 * 10.0 ** -len(figure["digits"].partition(".")[2])
    scales = (1, 100) if figure["unit"] and "%" in figure["unit"] else (1,)
    return [one for one in values if any(abs(one.number * scale - said) <= half * 1.000001 for scale in scales)]


def _around(document: Document, passage: Passage, span: Span) -> frozenset[str]:
    """The words of the sentence or, for a cell, of its row and of the head of its table."""
    text = next((passage.slice(one) for one in passage.sentences if one.start <= span.start < one.end), passage.text)
    if passage.kind == "cell":
        for table in document.of_kind("table"):
            rows = [row for row in table.children if row.span.start <= span.start < row.span.end]
            text = " ".join(cell.plain() for row in (*rows, *table.children[: len(rows)]) for cell in row.children)
            if rows:
                break
    return frozenset(_WORD.findall(text.lower()))


def _only(values: Sequence[_Value], around: frozenset[str]) -> _Value | None:
    """The one value that the words around a figure speak for; None when that is none or several."""
    ranked = sorted(((len(value.words & around), value) for value in values), key=lambda one: -one[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1] if ranked[0][0] else None


def _proposal(document: Document, span: Span, figure: re.Match[str], value: _Value) -> Proposal:
    digits, unit = figure["digits"], (figure["unit"] or "").strip()
    share = unit == "%" and abs(value.number - amount(digits)[0]) > abs(value.number * 100 - amount(digits)[0])
    shape = f"{figure['currency'] or ''}{',' if ',' in digits else ''}.{len(digits.partition('.')[2])}"
    shape += "%" if share else f"f {unit}".rstrip()
    source = f"{value.file}#{value.key}"
    return Proposal(*document.position(span.start), document.slice(span), source, f"<!--={source} {shape}-->")
