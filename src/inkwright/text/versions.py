"""A document after a change: which of its blocks stand as they stood, so that what is known of them can be kept."""

from collections.abc import Iterator, Mapping
from typing import Any
from weakref import ReferenceType, WeakKeyDictionary, ref

from inkwright.model.document import Block, Document, Inline

Kept = Mapping[int, int]
"""By the index of a block among a document's `blocks`, the index of the same block in the version before."""

_known: WeakKeyDictionary[Document, tuple[ReferenceType[Document], Kept]] = WeakKeyDictionary()


def follow(document: Document, earlier: Document) -> None:
    """Say that a document is an earlier one after a change: what is asked of it takes over what is known of the other.

    Nothing that is known of either is another for it.
    """
    _known[document] = ref(earlier), _same_blocks(document, earlier)


def before(document: Document) -> tuple[Document, Kept] | None:
    """The version before, with the blocks that both have; None for a document that follows none, or whose earlier
    version nobody holds any longer."""
    known = _known.get(document)
    earlier = known[0]() if known else None
    return (earlier, known[1]) if known and earlier else None


def _same_blocks(document: Document, earlier: Document) -> Kept:
    """Blocks of the same source text that were read in the same way, wherever they stand."""
    if document.source.dialect != earlier.source.dialect:
        return {}
    by_text: dict[str, int] = {earlier.slice(block.span): at for at, block in enumerate(earlier.blocks)}
    kept = {}
    for at, block in enumerate(document.blocks):
        known = by_text.get(document.slice(block.span))
        if known is not None and _read_alike(block, earlier.blocks[known]):
            kept[at] = known
    return kept


def _read_alike(one: Block, other: Block) -> bool:
    """Whether two blocks of the same source text are the same trees but for where they stand.

    A definition elsewhere may turn the same characters into a link.
    """
    by = one.span.start - other.span.start
    return one == other if not by else list(_shape(one, 0)) == list(_shape(other, by))


def _shape(block: Block, by: int) -> Iterator[tuple[Any, ...]]:
    """All that a tree says besides its texts, which follow from the source, `by` characters later."""
    for node in block.walk():
        (start, end), (first, last) = node.span, node.inner
        yield node.kind, start + by, end + by, first + by, last + by, node.name, node.info, node.level, node.attrs
        stack: list[Inline] = [*node.inlines]
        while stack:
            inline = stack.pop()
            (start, end), (first, last) = inline.span, inline.inner
            yield inline.kind, start + by, end + by, first + by, last + by, inline.name, inline.target, inline.attrs
            stack += inline.children
