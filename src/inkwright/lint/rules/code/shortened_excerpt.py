"""Excerpts that leave out lines without saying so."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the line behind each silent cut; at the last line where the end is missing."""
    for one in context.excerpts:
        for span, difference in one.differences:
            if one.origin and difference.kind == "shortened":
                message = (
                    f"{difference.text} of {one.origin.path} left out without a word: put `...` on a line of its own"
                )
                yield found(span, message)
