"""A document after a change: which of its blocks stand as they stood, so that what is known of them can be kept."""

from collections.abc import Mapping
from itertools import repeat
from weakref import ReferenceType, WeakKeyDictionary, ref

from inkwright.model.document import Block, Document, Inline
from inkwright.model.span import Span

Kept = Mapping[int, int]
"""By the index of a block among a document's `blocks`, the index of the same block in the version before."""

_NONE: Kept = {}
_known: WeakKeyDictionary[Document, tuple[ReferenceType[Document], Kept]] = WeakKeyDictionary()


def follow(document: Document, earlier: Document, same: Kept = _NONE) -> None:
    """Say that a document is an earlier one after a change: what is asked of it takes over what is known of the other.

    Nothing that is known of either is another for it. `same` are blocks of which it is known that both have them.
    """
    _known[document] = ref(earlier), _same_blocks(document, earlier, same)


def before(document: Document) -> tuple[Document, Kept] | None:
    """The version before, with the blocks that both have; None for a document that follows none, or whose earlier
    version nobody holds any longer."""
    known = _known.get(document)
    earlier = known[0]() if known else None
    return (earlier, known[1]) if known and earlier else None


def _same_blocks(document: Document, earlier: Document, same: Kept) -> Kept:
    """Blocks of the same source text that were read in the same way, wherever they stand."""
    if document.source.dialect != earlier.source.dialect:
        return {}
    gone = set(range(len(earlier.blocks))).difference(same.values())
    by_text: dict[str, int] = {earlier.slice(earlier.blocks[at].span): at for at in sorted(gone)}
    kept = {}
    for at, block in enumerate(document.blocks):
        known = same[at] if at in same else by_text.get(document.slice(block.span))
        if known is not None and (at in same or _read_alike(block, earlier.blocks[known])):
            kept[at] = known
    return kept


def _read_alike(one: Block, other: Block) -> bool:
    """Whether two blocks of the same source text are the same trees but for where they stand.

    A definition elsewhere may turn the same characters into a link.
    """
    by = one.span.start - other.span.start
    return _blocks_alike(one, other, by) if by else one == other


def _blocks_alike(one: Block, other: Block, by: int) -> bool:
    """Whether two blocks, the one `by` characters later, say the same besides their texts, which follow from it."""
    return (
        one.kind == other.kind
        and _apart(one.span, other.span, by)
        and _apart(one.inner, other.inner, by)
        and one.name == other.name
        and one.info == other.info
        and one.level == other.level
        and one.attrs == other.attrs
        and one.tight == other.tight
        and len(one.children) == len(other.children)
        and _inlines_alike(one.inlines, other.inlines, by)
        and all(map(_blocks_alike, one.children, other.children, repeat(by)))
    )


def _inlines_alike(ones: tuple[Inline, ...], others: tuple[Inline, ...], by: int) -> bool:
    """The same of the inlines of two holders; a loop, as a long post has thousands of them."""
    if len(ones) != len(others):
        return False
    for one, other in zip(ones, others, strict=True):
        kind, (start, end), (was_start, was_end) = one.kind, one.span, other.span
        if kind != other.kind or start - was_start != by or end - was_end != by:
            return False
        if kind != "text" and not (
            _apart(one.inner, other.inner, by)
            and one.name == other.name
            and one.target == other.target
            and one.attrs == other.attrs
            and _inlines_alike(one.children, other.children, by)
        ):
            return False
    return True


def _apart(span: Span, other: Span, by: int) -> bool:
    return span.start - other.start == by and span.end - other.end == by
