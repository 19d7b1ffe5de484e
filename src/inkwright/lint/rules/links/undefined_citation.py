"""Numbered citations without their reference."""

from collections.abc import Iterator

from inkwright.lint.citations import references
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each number that the list of references does not have, where it is first cited."""
    known = references(document)
    numbers = {entry.number for entry in known.entries}
    for citation in known.citations:
        if citation.number not in numbers:
            numbers.add(citation.number)
            yield found(citation.span, f"the references have no [{citation.number}]")
