"""Diagrams that cannot be drawn, told at the line inside their fence."""

from collections.abc import Iterator

from inkwright.lint.fences import code_line, code_offset
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.render.diagrams.picture import fault
from inkwright.text.diagrams import diagrams

_NAMES = {"mermaid": "Mermaid", "excalidraw": "Excalidraw"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each diagram, from the place of its first mistake to the end of that line. Nothing where the
    library that draws diagrams is not installed."""
    for block, kind, _ in diagrams(document):
        mistake = fault(kind, block.text)
        if mistake is not None:
            line = code_line(document, block, mistake.line)
            start = code_offset(document, block, mistake.line, mistake.column)
            place = Span(start, line.end) if start < line.end else line
            yield found(place, f"{_NAMES[kind]} cannot draw this: {mistake.message}")
