"""Where values fall on an axis, how they are written, and how much room words take. No SVG here."""

import math
import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

LARGEST = 1e250
"""Values beyond it are not drawn: differences of two would overflow."""
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FINEST = 1e-9
"""The smallest span of an axis relative to its values: below it ticks could not be told apart."""


def drawable(value: object) -> float | None:
    """A value as a number that can be drawn, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    if not math.isfinite(number) or abs(number) > LARGEST:
        return None
    return number if abs(number) >= 1 / LARGEST else 0.0


class Scale(Struct, frozen=True):
    """A linear axis from `low` to `high` in data, drawn from `start` to `end`; `ticks` lie between them, in order."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Where a value falls; one beyond the axis falls on its nearer end."""
        share = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return round(self.start + share * (self.end - self.start), 1)


def scale(values: Iterable[float], start: float, end: float, wanted: int = 5, zero: bool = False) -> Scale:
    """An axis that holds all values and ends on ticks; with `zero` it holds 0 too. No values give one from 0 to 1.

    **Source:** P. Heckbert, Nice numbers for graph labels, Graphics Gems (1990): steps of 1, 2 or 5 times a power of
    ten.
    """
    found = [*values, 0.0] if zero else list(values)
    low, high = (min(found), max(found)) if found else (0.0, 1.0)
    room = max(abs(low), abs(high)) * _FINEST
    if high - low <= room:
        pad = max(abs(high) / 2, room) or 1.0
        low, high = (
            (low, high + pad) if zero and low >= 0 else (low - pad, high + pad if high > 0 or not zero else high)
        )
    step = _nice(_nice(high - low, False) / max(1, wanted - 1), True)
    if all(value % 1 == 0 for value in found):
        step = max(1.0, step)  # there is no half a year, and no half a reader
    first, last = math.floor(low / step), math.ceil(high / step)
    ticks = tuple(number * step for number in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def _nice(span: float, nearest: bool) -> float:
    """The number of the form 1, 2, 5 or 10 times a power of ten next to a span: the nearest, else the next above."""
    power = 10.0 ** math.floor(math.log10(span))
    share = span / power
    bounds = ((1.5, 1), (3, 2), (7, 5)) if nearest else ((1, 1), (2, 2), (5, 5))
    return next((factor for bound, factor in bounds if share <= bound), 10) * power


def tick_labels(ticks: Sequence[float]) -> list[str]:
    """The ticks of one axis in one form, with just the decimals that tell them apart."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    largest = max(map(abs, ticks), default=0.0)
    if largest >= 1e7 or step < 1e-4:
        return [_power(tick, largest, step) for tick in ticks]
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    comma = "," if largest >= 10_000 else ""
    return [f"{tick + 0.0:{comma}.{decimals}f}".replace("-", "−") for tick in ticks]


def _power(tick: float, largest: float, step: float) -> str:
    exponent = math.floor(math.log10(largest)) if largest else 0
    decimals = max(0, exponent - math.floor(math.log10(step) + 1e-9))
    if not tick:
        return "0"
    mantissa = f"{tick / 10.0**exponent:.{min(decimals, 9)}f}".replace("-", "−")
    return f"{mantissa}×10{str(exponent).translate(_SUPERSCRIPTS)}"


def shown(value: object, form: str = "") -> str:
    """A value as it is written beside its bar and in a table: numbers in a Python format, by default with four digits
    that count; "–" for a value that is missing or no number."""
    if value is None:
        return "–"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int) and not form and abs(value) < 10**7:
        return _grouped(value, 0)
    try:
        number = float(value) + 0.0  # never -0
    except OverflowError:
        return "–"
    if not math.isfinite(number):
        return "–"
    if form:
        return format(number, form).replace("-", "−")
    size = math.floor(math.log10(abs(number))) if number else 0
    if number and not -4 <= size < 7:
        mantissa = f"{number:.3e}".partition("e")[0].rstrip("0").rstrip(".")
        return f"{mantissa}×10{str(size).translate(_SUPERSCRIPTS)}".replace("-", "−")
    written = _grouped(number, max(0, 3 - size))
    return written.rstrip("0").rstrip(".") if "." in written else written


def _grouped(number: float, decimals: int) -> str:
    """A number with commas from five digits on: years and the like have four."""
    return f"{number:{',' if abs(round(number, decimals)) >= 10_000 else ''}.{decimals}f}".replace("-", "−")


def width(text: str, size: float) -> float:
    """How wide a line of sans-serif text is at most, about, at a font size."""
    return sum(size * (1.0 if unicodedata.east_asian_width(char) in "WF" else 0.6) for char in text)


def fit(text: str, room: float, size: float, lines: int = 1) -> list[str]:
    """Text broken into lines that fit, the last one cut with an ellipsis; at least one line."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= room or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    kept = found[:lines]
    if len(found) > lines:
        kept[-1] += "…"
    return [_cut(line, room, size) for line in kept]


def _cut(line: str, room: float, size: float) -> str:
    if width(line, size) <= room:
        return line
    line = line.removesuffix("…")[: max(1, int(room / (size * 0.6)))]
    while len(line) > 1 and width(line + "…", size) > room:
        line = line[:-1]
    return line + "…"
