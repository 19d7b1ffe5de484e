"""The headings that make the outline of a post."""

from collections.abc import Iterable

from inkwright.model.document import Block, Document

_QUOTED = frozenset({"blockquote", "callout", "list", "footnote", "table"})


def outline_headings(document: Document) -> list[Block]:
    """Headings in reading order; those inside quotations, callouts and lists belong to what is quoted."""
    found: list[Block] = []
    _collect(document.blocks, found)
    return found


def _collect(blocks: Iterable[Block], found: list[Block]) -> None:
    for block in blocks:
        if block.kind == "heading":
            found.append(block)
        elif block.children and block.kind not in _QUOTED:
            _collect(block.children, found)
