"""Excerpts whose source leads to no lines of a file at a commit."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the opening line of each such fence."""
    for one in context.excerpts:
        if one.state == "broken":
            yield found(one.span, one.problem)
