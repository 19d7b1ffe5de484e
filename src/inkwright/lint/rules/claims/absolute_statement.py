"""Statements that leave no room for an exception."""

from collections.abc import Iterator

from inkwright.lint.claims import claims
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that says always, never or best and names no scope."""
    for claim in claims(document):
        if claim.kind == "absolute":
            said = " ".join(document.slice(claim.span).split())
            yield found(claim.span, f"“{said}”: without exception? Say where it holds")
