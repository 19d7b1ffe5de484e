"""Fences without an end."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding, on the opening line, for each fenced block that nothing closes."""
    for block in document.of_kind("code"):
        if block.name == "fenced" and not _is_closed(document, block):
            yield found(opening_line(document, block), "this code block is never closed: all below it is shown as code")


def _is_closed(document: Document, block: Block) -> bool:
    opened = document.slice(opening_line(document, block))
    fence = opened[: len(opened) - len(opened.lstrip(opened[:1]))]
    lines = document.slice(block.span).splitlines()
    last = lines[-1].strip(" \t>") if len(lines) > 1 else ""
    return len(last) >= len(fence) and not last.strip(opened[:1])
