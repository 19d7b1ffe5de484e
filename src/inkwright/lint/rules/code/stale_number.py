"""Figures that are no longer what the data behind them says."""

from bisect import bisect_right
from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.number import NumberState
from inkwright.model.span import Span

_PLACES = {"cell": "the table", "heading": "the heading", "note": "the note", "quote": "the quotation"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each figure that its data contradicts, with the new figure as its fix; at the mark where no
    figure stands yet."""
    stale = [one for one in context.numbers if one.state == "stale"]
    passages = prose(document) if stale else []
    starts = [passage.span for passage in passages]
    for one in stale:
        at = bisect_right(starts, Span(one.number.mark.start, one.number.mark.start)) - 1
        kind = passages[at].kind if at >= 0 and one.number.mark.start < passages[at].span.end else ""
        yield _finding(document, one, _PLACES.get(kind, "the text"))


def _finding(document: Document, one: NumberState, where: str) -> Finding:
    written = document.slice(one.number.figure)
    fix = Fix(f"write `{one.wanted}`", (Edit(one.place, one.text),), safe=True)
    if not written:
        message = f"`{one.wanted}` of {one.source} is still to be written into {where}"
        return found(one.number.mark, message, fix=fix)
    return found(one.number.figure, f"{where} says `{written}`, {one.source} now gives `{one.wanted}`", fix=fix)
