"""Marks that bind a figure to no number."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each figure with its mark whose data cannot be found, read or shown as the mark wants it."""
    for one in context.numbers:
        if one.state == "broken":
            yield found(one.number.span, f"this figure is bound to nothing: {one.problem}")
