"""Posts whose letter is cut, or nearly."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the section that is cut off, else at the first heading, for a letter that is large."""
    letter = context.letter
    if letter is None or letter.html <= letter.warn:
        return
    headings = [block for block in document.blocks if block.kind == "heading"]
    cut = [block for block in headings if letter.is_cut and " ".join(block.plain().split()) == letter.before]
    spot = next(iter(cut or headings or document.blocks), None)
    span = spot.span if spot is not None else Span(0, 0)
    yield found(Span(span.start, span.start + len(document.slice(span).rstrip())), letter.said)
