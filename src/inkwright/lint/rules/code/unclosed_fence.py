"""Fences without an end."""

import re
from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding, on the opening line, for each fenced block that nothing closes. One in a quotation or list item
    that ends with it does no harm."""
    for block in document.of_kind("code"):
        if block.name == "fenced":
            opened = opening_line(document, block)
            fence = _fence(document.slice(opened))
            if _opened_in_html(document, fence):
                continue
            if not _is_closed(document, block, fence) and not document.text[block.span.end :].strip():
                yield found(opened, "this code block is never closed: all below it is shown as code")
            elif _opens_another(block, fence):
                yield found(opened, "this code block is not closed before the next one opens")


def _opened_in_html(document: Document, fence: str) -> bool:
    """Whether a block of HTML swallows a fence: some tools read Markdown there, so that what follows is not certain."""
    return any(f"\n{fence}" in block.text for block in document.of_kind("html"))


def _fence(opened: str) -> str:
    """The run of backticks or tildes that an opening line starts with."""
    return opened[: len(opened) - len(opened.lstrip(opened[:1]))]


def _opens_another(block: Block, fence: str) -> bool:
    """Whether the code holds the opening line of a block no shorter than its own: only a longer fence may hold one."""
    if fence not in block.text:
        return False
    opening = re.compile(rf"^ {{0,3}}{re.escape(fence)}{re.escape(fence[0])}*\w[\w+#.-]*[ \t]*$", re.M)
    return opening.search(block.text) is not None


def _is_closed(document: Document, block: Block, fence: str) -> bool:
    lines = document.slice(block.span).splitlines()
    last = lines[-1].strip(" \t>") if len(lines) > 1 else ""
    return len(last) >= len(fence) and not last.strip(fence[0])
