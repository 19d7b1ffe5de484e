"""Fences without an info string."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding, on the opening line, for each fenced block without a language."""
    for block in document.of_kind("code"):
        if block.name == "fenced" and not block.info.strip() and block.text.strip():
            yield found(opening_line(document, block), "this code block names no language: add one, or `text`")
