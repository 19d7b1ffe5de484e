"""The headings that make the outline of a post."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from inkwright.model.document import Block, Document

_QUOTED = frozenset({"blockquote", "callout", "list", "footnote", "table"})
_known: WeakKeyDictionary[Document, tuple[Block, ...]] = WeakKeyDictionary()


def outline_headings(document: Document) -> tuple[Block, ...]:
    """Headings in reading order; those inside quotations, callouts and lists belong to what is quoted."""
    headings = _known.get(document)
    if headings is None:
        found: list[Block] = []
        _collect(document.blocks, found)
        headings = _known[document] = tuple(found)
    return headings


def _collect(blocks: Iterable[Block], found: list[Block]) -> None:
    for block in blocks:
        if block.kind == "heading":
            found.append(block)
        elif block.children and block.kind not in _QUOTED:
            _collect(block.children, found)
