"""Comparisons and sizes without their figure."""

from collections.abc import Iterator

from inkwright.lint.claims import claims
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that says faster, smaller or better and not by how much."""
    for claim in claims(document):
        if claim.kind == "vague":
            said = " ".join(document.slice(claim.span).split())
            yield found(claim.span, f"“{said}”: by how much? Give the figure")
