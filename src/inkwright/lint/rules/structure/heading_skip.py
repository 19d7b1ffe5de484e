"""Headings that jump over a level."""

from collections.abc import Iterator
from itertools import pairwise

from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each heading more than one level below the one before it."""
    headings = outline_headings(document)
    for before, heading in pairwise(headings):
        if heading.level > before.level + 1:
            right = "#" * (before.level + 1)
            yield found(heading.span, f"level {heading.level} after level {before.level}: `{right}` comes next")
