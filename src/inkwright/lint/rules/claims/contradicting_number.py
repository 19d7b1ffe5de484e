"""Figures beside a bound one that say something else of the same thing."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from inkwright.lint.rule import found
from inkwright.lint.stated import Stated, differ, stated
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.number import NumberState
from inkwright.text.figures import amount, figure_at_end, read_shape, unit_of

FACTOR = 2.0
"""Figures that lie farther apart are hardly two measurements of one thing. **Source:** decision 0025."""
MOST = 300
"""Figures of one unit that are compared, bound ones and others: what has more is a table, not an argument."""
LONGEST = 40
"""Characters of a unit that is looked for elsewhere."""
# The patterns are texts, compiled when they are first needed: most posts bind no number.
_HEDGED = (
    r"(?i)(?:[~≈<>±≤≥+–—/-]|\b(?:about|around|roughly|nearly|almost|approximately|under|over|below|above|than|least|most"
    r"|\d\S*\s+(?:\w+\s+)?(?:to|or|and)|within|by|every|per|extra|another|additional|further|between|until|from"
    r"|up(?:\s+to)?|past|beyond|circa|some|say|only|maybe|perhaps|if|target|budget|limit|timeout|waits?|sleeps?|delay)"
    r"(?:\s+(?:of|is|a|an|the))?)\s*\Z"
)
_RANGE = r"\s*(?:[-–—+±]|to\b|or\b|and\b)\s*\d|\s*(?:more|less|extra|longer|shorter|faster|slower|apart|later)\b"
_TELLING = frozenset(
    [
        "old", "new", "older", "newer", "before", "after", "without", "cold", "warm", "first", "second", "third",
        "last", "read", "write", "min", "max", "minimum", "maximum", "mean", "median", "average", "worst", "best",
        "slowest", "fastest", "total", "both", "train", "test", "small", "large", "smaller", "larger",
        "earlier", "later", "previou", "previously", "former", "another", "original", "baseline", "instead",
        "yesterday", "naive", "optimised", "optimized", "upper", "lower", "high", "low", "highest", "lowest", "half",
        "twice", "local", "remote", "single", "multi", "batch", "default",
    ]
)  # fmt: skip
"""Words that tell one measurement from another, without their endings as in `stated.py`."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each unbound figure that contradicts a bound one."""
    bound = [one for one in context.numbers if one.state != "broken"]
    for unit in dict.fromkeys(unit for unit in map(_unit, bound) if unit):
        of_unit = [one for one in bound if _unit(one) == unit][:MOST]
        figures = list(islice(stated(document, unit), MOST))
        starts = [figure.span.start for figure in figures]
        about = [(one, figures[at]) for one in of_unit if (at := _at(figures, starts, one)) >= 0]
        held = {figure.span for _, figure in about}
        for figure in figures:
            if figure.span in held or not _stands_alone(document, figure) or any(_agrees(figure, o) for o in of_unit):
                continue
            rival = next((one for one, other in about if _contradicts(figure, other, one)), None)
            if rival:
                yield _finding(document, figure, rival)


def _unit(one: NumberState) -> str:
    """What the unit of a bound figure is: its mark's, else the one written; "" for none that could stand elsewhere."""
    shape = read_shape(one.number.format)
    figure = figure_at_end(one.wanted)
    currency = next((sign for sign in "$€£¥" if figure and sign in figure["before"]), "")
    unit = unit_of(shape.unit or (figure["unit"] if figure else ""))
    return (unit if len(unit) <= LONGEST else "") or currency


def _at(figures: list[Stated], starts: list[int], one: NumberState) -> int:
    """Which of the text's figures a bound number is, -1 for none of them."""
    at = bisect_left(starts, one.number.figure.start)
    inside = at < len(figures) and starts[at] < one.number.figure.end
    return at if inside else -1


def _stands_alone(document: Document, figure: Stated) -> bool:
    """Whether a figure is stated as it is: no bound, no range, no difference to another."""
    before = document.text[max(figure.span.start - 40, 0) : figure.span.start]
    return not re.search(_HEDGED, before) and not re.match(
        _RANGE, document.text[figure.span.end : figure.span.end + 20]
    )


def _agrees(figure: Stated, one: NumberState) -> bool:
    """Whether a figure says what a bound one should say, rounded or not."""
    try:
        said, half = amount(figure.digits)
    except ValueError:
        return True
    exact = abs(one.value or 0) * (100 if read_shape(one.number.format).spec.endswith("%") else 1)
    shown, place = _wanted(one)
    return abs(said - exact) <= half * 1.001 or abs(said - shown) <= max(half, min(place, 0.5)) * 1.001


def _wanted(one: NumberState) -> tuple[float, float]:
    """The number that a bound figure should show, without its sign, and half of what its last place is worth."""
    number = figure_at_end(one.wanted)
    return amount(number["digits"]) if number else (0.0, 0.0)


def _contradicts(figure: Stated, held: Stated, one: NumberState) -> bool:
    """Whether two figures are about the same thing and too close together to be of two things."""
    shared = len(figure.words & held.words)
    fewer = min(len(figure.words), len(held.words))
    if shared < 2 or shared * 2 < fewer or figure.place == held.place:
        return False
    if figure.names != held.names or differ(figure.words, held.words, _TELLING):
        return False
    said, wanted = amount(figure.digits)[0], _wanted(one)[0]
    return min(said, wanted) * FACTOR >= max(said, wanted)


def _finding(document: Document, figure: Stated, rival: NumberState) -> Finding:
    line, _ = document.position(rival.number.figure.start)
    said = document.slice(figure.span)
    message = (
        f"`{said}` here and `{rival.wanted}` of {rival.source} in line {line}: bind this one too, or say what differs"
    )
    return found(figure.span, message)
