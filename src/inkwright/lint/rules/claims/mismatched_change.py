"""A change said as a share or a factor beside the two figures that it is the change of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise, product
from typing import NamedTuple

from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.similar.stems import stems
from inkwright.text.figures import amount

SLACK, HEDGED = 0.02, 0.15
"""How far, as a share of it, a change may be off what its figures give beyond the rounding of all three; and one that
is only said to be about so much. **Source:** own choice."""
ROUNDED = 0.01
"""What a figure with zeros at its end may have been rounded by, as a share of it, and no more. **Source:** as above."""
ROUND = 2.5
"""Points by which a percentage that is a multiple of five may have been rounded. **Source:** as above."""
FAR = 60
"""Characters between a change and its figures."""
_DIGITS = r"\d(?:[\d,._]*\d)?"
_SPACE = r"[ \u00a0\u202f]?"
_UNIT = (
    rf"(?:{_SPACE}(?!to\b|and\b|or\b|in\b|on\b|at\b|by\b|for\b|of\b|is\b|was\b|with\b|an?\b)[A-Za-zµ%][\w%]*(?:/\w+)*)?"
)
_ABOUT = r"(?:about\s+|around\s+|roughly\s+|some\s+|~|≈)?[$€£]?"
_PAIR = regex(
    rf"\bfrom\s+{_ABOUT}(?P<first>{_DIGITS})(?P<unit>{_UNIT})\s+to\s+{_ABOUT}(?P<second>{_DIGITS})(?![\w.,]*\d)(?P<after>{_UNIT})"
    rf"|(?<![\w.,])[$€£]?(?P<left>{_DIGITS})(?P<lunit>{_UNIT})\s*(?:→|->)\s*[$€£]?(?P<right>{_DIGITS})(?![\w.,]*\d)(?P<runit>{_UNIT})"
)
_CHANGE = regex(
    rf"(?<![\w.,])(?P<said>{_DIGITS})(?:{_SPACE}(?:(?P<share>%|per\s?cent\b)|×|x\b)|[ -](?:times|fold)\b)(?!\s+of\b)"
    r"|\b(?P<verb>doubl|halv|tripl|quadrupl)(?:ed|es|ing)\b",
    re.I,
)
_VERBS = {"doubl": 2.0, "halv": 2.0, "tripl": 3.0, "quadrupl": 4.0}
_BETWEEN = ("from ", "From ", "→", "->")
_SIGNS = ("%", "percent", "per cent", "times", "fold", "×", "x", "oubl", "alv", "ripl", "uadrupl")
_HEDGE = regex(
    r"(?:\b(?:than|least|most|to|about|around|roughly|nearly|almost|over|under|some|approximately|just|well)\s+|[~≈<>])"
    r"[-+−]?\Z",
    re.I,
)
_MOVES = (
    r"(?:improvement|reduction|drop|decrease|increase|speed-?up|gain|rise|cut|saving|jump|growth|decline|fall)s?"
    r"|faster|slower|smaller|larger|bigger|less|more|fewer|cheaper|shorter|longer|higher|lower|better|worse|down|up"
)
_BEFORE = regex(
    rf"\s*[,(–—:]?\s*\Z|\s+(?:\w+\s+)?(?:{_MOVES})\b(?:\s+(?!and\b|while\b|but\b|which\b|than\b)[\w-]+){{0,6}}\s*[,(–—:]?\s*\Z"
)
"""What stands between a change and the figures behind it."""
_VERB_BEFORE = regex(r"(?:\s+(?!and\b|while\b|but\b|which\b)[\w-]+){0,4}\s*[,(–—:]?\s*\Z")
_BEHIND = regex(
    r"\s*[(,–—:]\s*(?:(?:or|i\.e\.|that\s+is|which\s+is|an?|down|up|by|\w+ly|about|around|over|some)\s+)*[-+−~≈]?\Z"
)
"""What stands between figures and the change behind them."""
_MOVED = regex(rf"\s*\)|\s+(?:\w+\s+)?(?:{_MOVES})\b")
_IN = regex(rf"\s+(?:\w+\s+)?(?:{_MOVES})\s+(?:in|of|for)\s+(?P<what>[^,.;:()!?]{{0,60}})")


class _Change(NamedTuple):
    """A change as said, where, and how far off it may be: itself by rounding, and as a share of itself."""

    span: Span
    value: float
    half: float
    share: bool
    slack: float


class _Pair(NamedTuple):
    """Two figures of one unit, where they stand, and half of what the last place of each is worth."""

    span: Span
    first: tuple[float, float]
    second: tuple[float, float]


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each change that its two figures do not give."""
    for passage in prose(document):
        if passage.kind == "quote" or not _may_hold(passage.text):
            continue
        sentences = [_read(passage, span) for span in passage.sentences]
        for pairs, changes in sentences:
            for pair, change in _beside(pairs, changes):
                if _linked(passage.text, pair, change):
                    yield from _judged(passage, pair, change)
        for ((before, changes), _), ((pairs, others), span) in pairwise(zip(sentences, passage.sentences, strict=True)):
            if not before and not others and len(changes) == len(pairs) == 1:
                told = passage.text[span.start - passage.span.start : pairs[0].span.start]
                if _told_next(passage.text, changes[0], told):
                    yield from _judged(passage, pairs[0], changes[0])


def _beside(pairs: list[_Pair], changes: list[_Change]) -> Iterator[tuple[_Pair, _Change]]:
    """Each change with the pair before it and the one behind it."""
    for change in changes:
        at = bisect_left(pairs, change.span.start, key=lambda pair: pair.span.start)
        for pair in pairs[max(at - 1, 0) : at + 1]:
            yield pair, change


def _may_hold(text: str) -> bool:
    """Whether a text has the words of a pair and of a change; a first, cheap look."""
    return any(map(text.__contains__, _BETWEEN)) and any(map(text.__contains__, _SIGNS))


def _read(passage: Passage, sentence: Span) -> tuple[list[_Pair], list[_Change]]:
    """The pairs of figures and the changes of a sentence, placed in the text of its passage."""
    start, end = sentence.start - passage.span.start, sentence.end - passage.span.start
    pairs = [pair for one in _PAIR.finditer(passage.text, start, end) if (pair := _pair(one))]
    said = (_change(one) for one in _CHANGE.finditer(passage.text, start, end))
    return pairs, [change for change in said if change and not _inside(pairs, change.span.start)]


def _inside(pairs: list[_Pair], at: int) -> bool:
    """Whether one of the pairs holds a place."""
    before = bisect_right(pairs, at, key=lambda pair: pair.span.start) - 1
    return before >= 0 and at < pairs[before].span.end


def _pair(one: re.Match[str]) -> _Pair | None:
    """Two figures that can be compared; None where their units differ or they may be years."""
    first, second = one["first"] or one["left"], one["second"] or one["right"]
    units = [
        (one[name] or "").strip().rstrip("s") for name in (("unit", "after") if one["first"] else ("lunit", "runit"))
    ]
    years = all(len(digits) == 4 and digits[:2] in ("19", "20") for digits in (first, second))
    if (units[0] and units[0] != units[1]) or (years and not any(units)):
        return None
    try:
        pair = _Pair(Span(*one.span()), _figure(first), _figure(second))
    except ValueError:
        return None
    return pair if min(pair.first[0], pair.second[0]) > 0 and pair.first[0] != pair.second[0] else None


def _figure(digits: str) -> tuple[float, float]:
    value, half = amount(digits)
    return value, min(half, max(0.5, ROUNDED * value))


def _change(one: re.Match[str]) -> _Change | None:
    """What is said of a change; None for digits that are no number."""
    slack = HEDGED if _HEDGE.search(one.string[max(one.start() - 20, 0) : one.start()]) else SLACK
    span = Span(*one.span())
    if one["verb"]:
        return _Change(span, _VERBS[one["verb"].lower()], 0.3, False, HEDGED)
    try:
        value, half = amount(one["said"])
    except ValueError:
        return None
    if one["share"]:
        return _Change(span, value / 100, (min(half, 0.5) if value % 5 else ROUND) / 100, True, slack)
    return _Change(span, value, min(half, 0.5), False, slack)


def _linked(text: str, pair: _Pair, change: _Change) -> bool:
    """Whether a change in the sentence of two figures is said of them."""
    if change.span.end <= pair.span.start:
        between = text[change.span.end : pair.span.start]
        return len(between) <= FAR and bool(
            (_BEFORE if text[change.span.start].isdigit() else _VERB_BEFORE).match(between)
        )
    between = text[pair.span.end : change.span.start]
    return len(between) <= FAR and bool(_BEHIND.match(between) and _MOVED.match(text, change.span.end))


def _told_next(text: str, change: _Change, told: str) -> bool:
    """Whether what the next sentence tells before its figures is what changed."""
    moved = _IN.match(text, change.span.end)
    return bool(moved and set(stems(moved["what"])) & set(stems(told)))


def _judged(passage: Passage, pair: _Pair, change: _Change) -> Iterator[Finding]:
    """A finding where no usual way to count the change comes to what is said."""
    (first, near), (second, close) = pair.first, pair.second
    corners = list(product((first - near, first + near), (second - close, second + close)))
    ways = (_ways(a, b, change.share) for a, b in corners if min(a, b) > 0)
    for values in zip(*ways, strict=True):
        low, high = min(values) * (1 - change.slack), max(values) * (1 + change.slack)
        if low - change.half <= change.value <= high + change.half:
            return
    span = change.span.shift(passage.span.start)
    figures = " ".join(passage.text[pair.span.start : pair.span.end].split())
    moved = second / first
    by = f"{abs(moved - 1):.0%}" if change.share else f"{max(moved, 1 / moved):.2g} times"
    way = "more" if moved > 1 else "less"
    yield found(span, f"{figures} is {by} {way}, not {' '.join(passage.slice(span).split())}: which figure is right?")


def _ways(first: float, second: float, share: bool) -> tuple[float, ...]:
    """What a change from one figure to another comes to: as a share of either, as a factor, as what is added to it."""
    factor = max(first, second) / min(first, second)
    return (abs(second - first) / first, factor - 1, factor) if share else (factor, factor - 1)
