"""Exports of Google Trends: interest over time, and related queries."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from inkwright.model.demand import Demand
from inkwright.model.regex import regex

_TIMES = ("day", "week", "month", "time")
_REGION = regex(r": \([^)]*\)$")
_QUARTER = 4
MOVED = 1.25
"""How many times the last quarter of a curve must be its first for it to rise, or the first the last for it to fall.
**Source:** own choice."""


def is_trends(text: str) -> bool:
    """Whether a text is such an export: a line on the category above a table by day, week or month, or of queries."""
    lines = [line.strip().strip('"') for line in text.splitlines() if line.strip()][:3]
    head = [line.partition(",")[0].lower() for line in lines]
    curve = any(word in _TIMES and "," in line for word, line in zip(head, lines, strict=True))
    return bool(lines) and (lines[0].startswith("Category:") or curve or lines[0] in ("TOP", "RISING"))


def read_trends(text: str) -> tuple[list[Demand], list[tuple[int, str]]]:
    """One piece of evidence for each term of a curve, or for each related query, and what could not be read.

    A curve counts its middle height, 0 to 100 of its own highest point, so it says how steady interest is, not how many
    people there are; `unit` says also whether it rises or falls.
    """
    table = [(number, row) for number, row in enumerate(csv.reader(io.StringIO(text)), 1) if any(map(str.strip, row))]
    start = next((at for at, (_, row) in enumerate(table) if row[0].strip().lower() in _TIMES and len(row) > 1), None)
    if start is None:
        return list(_related([row for _, row in table])), []
    rows, broken = list[list[int]](), list[tuple[int, str]]()
    terms = table[start][1][1:]
    for number, row in table[start + 1 :]:
        values = [_height(cell) for cell in row[1:]]
        if len(values) == len(terms) and None not in values:
            rows.append([value for value in values if value is not None])
        else:
            broken.append((number, "this line does not hold one number for each term"))
    curves = zip(*rows, strict=True) if rows else ()
    return [_curve(term, heights) for term, heights in zip(terms, curves, strict=False)], broken


def _height(cell: str) -> int | None:
    clean = cell.strip().removeprefix("<")
    return int(clean) if clean.isascii() and clean.isdigit() else None


def _curve(term: str, heights: Sequence[int]) -> Demand:
    part = max(1, len(heights) // _QUARTER)
    early, late = sum(heights[:part]) / part, sum(heights[-part:]) / part
    moves = "rising" if late > MOVED * early else "falling" if early > MOVED * late else "steady"
    return Demand("", "", _REGION.sub("", term).strip(), round(sum(heights) / len(heights)), f"interest, {moves}")


def _related(table: Sequence[Sequence[str]]) -> Iterator[Demand]:
    """The queries below TOP (interest) and RISING (growth; "Breakout" has no number)."""
    unit = "interest"
    for row in table:
        name = row[0].strip()
        if name in ("TOP", "RISING") and len(row) == 1:
            unit = "interest" if name == "TOP" else "% more"
        elif len(row) > 1:
            digits = re.sub(r"[^\d]", "", row[1])
            yield Demand("", "", name, int(digits or 0), unit if digits else "breakout")
