"""Counts as people and programs write them: 1,234 or 1.234 or 1 234, 12.0 or 1.234,00. Pure."""

import re
from collections.abc import Iterable

from inkwright.model.regex import regex

LARGEST = 10**8
"""Counts above this are refused. **Source:** own choice: no page of a writer has a hundred million views, a phone
number or an id in the wrong column does."""
_GROUPED = regex(r"[1-9]\d{0,2}([ ,.'\u00a0\u202f])\d{3}(?:\1\d{3})*")
_UNCLEAR = regex(r"[1-9]\d{0,2}([.,])\d{3}")
_NUMBER = regex(r"-?\d[\d.,]*%?")
_DECIMAL = (
    r"\d+{d}(?:\d{{1,2}}|\d{{4,}})|(?:0|\d{{4,}}){d}\d+"
    r"|\d{{1,3}}(?:{g}\d{{3}})+{d}\d+|\d{{1,3}}(?:{g}\d{{3}}){{2,}}"
)
"""What tells that `d` stands before decimals and `g` between thousands."""
_SIGNS = {d: regex(_DECIMAL.format(d=re.escape(d), g=re.escape(g))) for d, g in ((",", "."), (".", ","))}


def decimal_signs(cells: Iterable[str]) -> set[str]:
    """The signs that must stand before decimals in some of these cells: none, one, or both where they contradict."""
    bare = {cell.strip().lstrip("-").rstrip("% ") for cell in cells}
    return {sign for sign, form in _SIGNS.items() if any(map(form.fullmatch, bare))}


def is_number(cell: str) -> bool:
    """Whether a cell holds a number, however it is written."""
    return bool(_NUMBER.fullmatch(cell.strip()))


def count_of(written: str, decimal: str = "", thousands: str = "") -> int | str:
    """A whole number >= 0, or what is to be said of a text that is none. `decimal` is the sign before decimals,
    `thousands` the one that only stands between thousands, "" where it is not known: a text that may be two numbers
    is neither."""
    text = written.strip()
    if unclear := _UNCLEAR.fullmatch(text):
        if unclear[1] == decimal:
            return "is no whole number"
        if not decimal and unclear[1] != thousands:
            return f"may be {re.sub(r'[.,]', '', text)} or no whole number: say --decimal comma or --decimal point"
    if not _GROUPED.fullmatch(text):
        text = re.sub(r"[.,]0+$", "", text)
    if _GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    if not (text.isascii() and text.isdigit()):
        return "is no count"
    if len(text) > 15 or int(text) > LARGEST:
        return f"is more than {LARGEST:,} and no count"
    return int(text)
