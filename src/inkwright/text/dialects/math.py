"""Formulas between dollar signs told from currency and shell variables, and formulas that span block marks."""

import re
from collections.abc import Iterator

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import Construct

_CANDIDATE = regex(
    r"\$(?<!\\\$)(?:\$(?!\$)(?:(?!\n[ \t>]*\n)[^$]|(?<=\\)\$|\$(?!\$))+?(?<!\\)\$\$"
    r"|(?<![\w$]\$)(?![\s$])(?P<inner>(?:\\.|[^$\\\n]|\n(?![ \t>]*\n))*?)(?<![\s\\])\$(?!\d|[A-Z_{$]|[a-z]{3}))",
    re.S,
)
_AMOUNT = regex(r"\d[\d,.]*\s?(?:[kKmMbB](?:illion)?)?(?:\+|\b)[^\\^_={}|]*[A-Za-z]{2}[^\\^_={}|]*\Z", re.S)
_DOLLAR = regex(r"\$(?<!\\\$)\$*")


def formulas(text: str, start: int, code: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of formulas outside the given code spans (sorted), in reading order.

    An opening `$` follows no word character and no space follows it; no space stands before the closing one and no
    digit or name after it; `$5 for the first and 10$` is an amount, not a formula.
    """
    found: list[tuple[int, int]] = []
    for first, last in _outside(start, len(text), code):
        at = first
        while match := _CANDIDATE.search(text, at, last):
            inner = match["inner"]
            if inner is not None and _AMOUNT.match(inner):
                at = match.start() + 1
                continue
            found.append(match.span())
            at = match.end()
    return found


def literals(text: str, start: int, code: list[tuple[int, int]], kept: list[tuple[int, int]]) -> Iterator[Construct]:
    """The dollar signs that belong to no formula, as constructs that are plain text."""
    for first, last in _outside(start, len(text), sorted((*code, *kept))):
        for match in _DOLLAR.finditer(text, first, last):
            yield Construct(match.start(), match.end(), "literal", form="literal")


def _outside(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in taken:
        if start < first:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end
