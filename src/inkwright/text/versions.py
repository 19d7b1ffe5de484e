"""A document after a change: which of its blocks stand as they stood, so that what is known of them can be kept."""

from collections.abc import Mapping
from itertools import repeat
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
    return one == other if not by else _blocks_alike(one, other, by)


def _blocks_alike(one: Block, other: Block, by: int) -> bool:
    """Whether two blocks, the one `by` characters later, say the same besides their texts, which follow from it."""
    return (
        _same_place(one, other, by)
        and one.name == other.name
        and one.info == other.info
        and one.level == other.level
        and one.attrs == other.attrs
        and len(one.children) == len(other.children)
        and len(one.inlines) == len(other.inlines)
        and all(map(_blocks_alike, one.children, other.children, repeat(by)))
        and all(map(_inlines_alike, one.inlines, other.inlines, repeat(by)))
    )


def _inlines_alike(one: Inline, other: Inline, by: int) -> bool:
    return (
        _same_place(one, other, by)
        and one.name == other.name
        and one.target == other.target
        and one.attrs == other.attrs
        and len(one.children) == len(other.children)
        and all(map(_inlines_alike, one.children, other.children, repeat(by)))
    )


def _same_place(one: Block | Inline, other: Block | Inline, by: int) -> bool:
    (start, end), (was_start, was_end) = one.span, other.span
    (first, last), (was_first, was_last) = one.inner, other.inner
    return (
        one.kind == other.kind
        and start == was_start + by
        and end == was_end + by
        and first == was_first + by
        and last == was_last + by
    )
