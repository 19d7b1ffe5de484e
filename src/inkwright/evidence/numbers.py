"""Bound numbers against their data: does the figure in the post say what the file says."""

import re
from collections.abc import Callable

from inkwright.evidence.results import Data, look_up, shown_results
from inkwright.model.document import Document
from inkwright.model.number import BoundNumber, NumberState
from inkwright.model.span import Span
from inkwright.text.figures import (
    Shape,
    amount,
    figure_at_end,
    is_negative,
    read_shape,
    resigned,
    restyled,
    same_number,
    same_unit,
    unit_of,
    write_number,
)  # fmt: skip
from inkwright.text.marks import bound_numbers, figure_near

Read = Callable[[str], Data]
"""Gives the data of a file as a mark names it; raises ValueError with a sentence."""
_INSERTS_AFTER = " \t\r\n|("
_SPLIT = r"(?<![\w.,])(?<!\w[-/])\d{1,3}(?: \d{3})* \Z"
"""Groups of a number before its last one, with plain spaces between: as `46 878`."""
_GROUP = r"\d{3}(?!\d)"
_SPELLED = {"%": ("percent", "per cent")}


def number_states(document: Document, read: Read) -> tuple[NumberState, ...]:
    """How every bound number of a document stands, in reading order; empty without marks."""
    found = []
    shown: Data = None
    values: dict[tuple[str, str], float | int | ValueError] = {}
    for number in bound_numbers(document):
        try:
            if not number.file:
                shown = shown_results(document) if shown is None else shown
            data = read(number.file) if number.file else shown
        except ValueError as error:
            found.append(NumberState(number, "broken", source_of(number), problem=str(error), lost=True))
            continue
        try:
            name = number.file, number.key
            value = values[name] if name in values else values.setdefault(name, _value(data, number.key))
            found.append(_judged(document, number, value))
        except ValueError as error:
            found.append(NumberState(number, "broken", source_of(number), problem=str(error)))
    return tuple(found)


def source_of(number: BoundNumber) -> str:
    """File and key as a person would name them."""
    return f"{number.file}#{number.key}" if number.file else f"the output `{number.key}`"


def _value(data: Data, key: str) -> float | int | ValueError:
    try:
        return look_up(data, key)
    except ValueError as error:
        return error


def _judged(document: Document, number: BoundNumber, value: float | int | ValueError) -> NumberState:
    """One number against its value. Raises ValueError for a binding that cannot hold."""
    if isinstance(value, ValueError):
        raise ValueError(str(value))
    shape = read_shape(number.format)
    figure = figure_at_end(document.slice(number.figure))
    if figure is None:
        return _unwritten(document, number, value, shape)
    _agree(document, number, shape, figure["unit"])
    digits = figure["digits"]
    wanted = write_number(value, shape.spec, digits)
    start = number.figure.start
    place, missing = Span(start, start + figure.end("digits")), ""
    if not figure["unit"] and not _unit_follows(document, number, shape):
        missing = ("" if shape.glued else " ") + shape.unit
    text = resigned(figure["before"], wanted) + restyled(wanted, digits) + missing
    unsigned = "±" in figure["before"] or not wanted.strip("+-0.,_")
    signed = unsigned or (wanted[:1] == "-") == is_negative(figure["before"])
    same = signed and _same(document, start, digits, wanted) and not missing
    if not same:
        _in_scale(document.slice(number.figure), digits, value)
    return NumberState(
        number, "holds" if same else "stale", source_of(number), value,
        document.slice(number.figure) if same else text + figure["unit"], place, text,
    )  # fmt: skip


def _same(document: Document, start: int, digits: str, wanted: str) -> bool:
    """Whether the digits at an offset say the number. Raises ValueError where nobody can tell which digits they are."""
    if same_number(digits, wanted):
        return True
    split = re.search(_SPLIT, document.text[max(start - 12, 0) : start]) if re.match(_GROUP, digits) else None
    if split and same_number((split[0] + digits).replace(" ", "\u00a0"), wanted):
        return True
    if split:
        raise ValueError(f"`{split[0]}{digits}` may be one number or two: write a no-break space between its groups")
    return False


def _unwritten(document: Document, number: BoundNumber, value: float | int, shape: Shape) -> NumberState:
    """A mark without a figure: one is written where nothing can be meant already."""
    wanted = write_number(value, shape.spec)
    unit = ("" if shape.glued or not shape.unit else " ") + shape.unit
    text = resigned(shape.before, wanted) + wanted.lstrip("+-") + unit
    at = number.figure.start
    if figure_near(document.text, at) or not (at == 0 or document.text[at - 1] in _INSERTS_AFTER):
        raise ValueError(f"no figure stands right before the mark: write `{text}` there")
    return NumberState(number, "stale", source_of(number), value, text, Span(at, at), text)


def _agree(document: Document, number: BoundNumber, shape: Shape, unit: str) -> None:
    """Raises ValueError when figure and mark name different units."""
    figure = document.slice(number.figure)
    if unit_of(unit) == "%" and not shape.unit:
        raise ValueError(f"`{figure}` is in percent and its mark does not say so: write `.1%` for a share or `.1f %`")
    if unit_of(unit) and shape.unit and not same_unit(unit, shape.unit):
        raise ValueError(f"`{figure}` is not in {shape.unit}, the unit of its mark: correct one of them")
    currency = next((sign for sign in "$€£¥" if sign in shape.before), "")
    if currency and currency not in figure and any(sign in figure for sign in "$€£¥"):
        raise ValueError(f"`{figure}` is not in {currency}, the currency of its mark: correct one of them")


def _in_scale(figure: str, digits: str, value: float | int) -> None:
    """Raises ValueError when a figure agrees with its value but for thousands: `1.2M` and 1234567, or milliseconds and
    a key in seconds. Nobody measures that by chance to two digits, and new digits alone would make it nonsense."""
    said, half = amount(digits)
    if len(re.sub(r"[^1-9]", "", digits.partition("e")[0])) < 2 or not value:
        return
    for power in (3, 6, 9):
        if any(abs(abs(value) * factor - said) <= half for factor in (10.0**power, 10.0**-power)):
            times = f"{10**power:,}"
            raise ValueError(
                f"`{figure}` and its value {value} differ by {times} times: bind a key in the unit of the figure, or "
                "write the figure in that of the key"
            )


def _unit_follows(document: Document, number: BoundNumber, shape: Shape) -> bool:
    """Whether a figure without a unit needs none: the mark has none, or it stands after the mark."""
    if not shape.unit:
        return True
    after = document.text[number.mark.end : number.mark.end + len(shape.unit) + 12].lstrip(" \u00a0\u202f\u2009*_`=-")
    return any(unit_of(after).startswith(unit_of(unit)) for unit in (shape.unit, *_SPELLED.get(shape.unit, ())))
