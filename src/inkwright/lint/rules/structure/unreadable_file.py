"""Files that could not be opened or decoded: the flow says so in the context."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the start of the file when it could not be read."""
    if context.unreadable:
        yield found(Span(0, 0), context.unreadable)
