"""What of Harper's findings is shown: rules that proved right, at their place in the source, once. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources

from msgspec.structs import replace

from inkwright.lint.plain_prose import STAND_IN, PlainText, plain_prose
from inkwright.lint.rule import found
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.grammar import Slip
from inkwright.model.regex import regex
from inkwright.model.span import Span

RULE = "grammar-slip"
SHARE = 0.9
"""Part of its findings in published prose that a rule must have had right. **Source:** a choice of ours; the figures
stand in `harper_rules.txt`."""
_SAME_GROUND = frozenset({"grammar", "spelling", "wordiness"})
"""Categories whose own findings say what Harper's would say again."""
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_TICKS = regex(r"`([^`]*)`")


@cache
def shown_rules() -> tuple[str, ...]:
    """The names of Harper's rules that proved right, sorted."""
    text = (resources.files("inkwright.lint") / "harper_rules.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return tuple(sorted(name for name, *counts in rows if _proved(*map(int, counts))))


def _proved(right: int, wrong: int, slips: int) -> bool:
    return right >= SHARE * (right + wrong) and right + slips > 0


def report(document: Document, slips: Mapping[str, tuple[Slip, ...]]) -> Iterator[Finding]:
    """One finding for each slip that Harper marked in a text of the document. `slips` are by text as it was sent; texts
    of which nothing is known give none."""
    for text in plain_prose(document):
        for slip in slips.get(text.text, ()):
            whole = _whole(text.text, slip)
            place = text.place(whole.span)
            if place is not None and STAND_IN not in (whole.instead or ""):
                yield _finding(document, text, whole, place)


def without_echoes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those of Harper that overlap one of our own about the same words."""
    held = tuple(findings)
    own = [one.span for one in held if one.category in _SAME_GROUND and one.rule != RULE]
    return tuple(one for one in held if one.rule != RULE or not any(map(one.span.overlaps, own)))


def _finding(document: Document, text: PlainText, slip: Slip, place: Span) -> Finding:
    """The finding for a slip; it has a fix where the words stand in the source just as Harper read them."""
    read, instead = text.text[slip.span.start : slip.span.end], slip.instead
    fix = None
    if instead is not None and document.slice(place) == read:
        fix = Fix(f"Write “{instead}”" if instead else "Take it out", (Edit(place, instead),))
    return found(place, _message(read, slip), fix=fix)


def _message(read: str, slip: Slip) -> str:
    """What to write, why, and which of Harper's rules says so."""
    said = _TICKS.sub(r"“\1”", slip.said.strip().rstrip("."))
    said = said[:1].lower() + said[1:] if said[1:2].islower() else said
    if slip.instead is None:
        what = f"“{read}”"
    else:
        what = (
            f"write “{slip.instead.strip()}” for “{read.strip()}”" if slip.instead.strip() else f"drop “{read.strip()}”"
        )
    why = "" if said.startswith("did you mean") else f": {said}"
    return f"{what}{why} (Harper, {' '.join(_HUMP.split(slip.rule)).lower()})"


def _whole(text: str, slip: Slip) -> Slip:
    """The same slip about whole words, so that a reader sees what is meant: with the words around a mere space, and
    with the capital of what is replaced."""
    read, instead = text[slip.span.start : slip.span.end], slip.instead
    if instead is not None and read[:1].isupper() and read[1:2].islower():
        instead = instead[:1].upper() + instead[1:]
    start, end = slip.span
    if not read.strip():
        start, end = text.rfind(" ", 0, start) + 1, (text.find(" ", end) + len(text) + 1) % (len(text) + 1)
        around = text[start : slip.span.start], text[slip.span.end : end]
        instead = None if instead is None else instead.join(around)
    return replace(slip, span=Span(start, end), instead=instead)
