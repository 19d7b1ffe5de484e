"""Diagrams that say nothing to those who cannot see them."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.diagrams import diagrams

_HOW = {
    "mermaid": "add a line `accTitle: ...` or `accDescr: ...` to it, or a caption in italics below it",
    "excalidraw": 'add alt="..." to its fence, or a caption in italics below it',
}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the opening line of each diagram without a description."""
    for one in diagrams(document):
        if not one.alt:
            yield found(opening_line(document, one.block), f"this diagram has no description: {_HOW[one.kind]}")
