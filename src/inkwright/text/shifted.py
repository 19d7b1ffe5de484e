"""Blocks as they stand when text before them came or went."""

from inkwright.model.document import Block, Inline
from inkwright.model.span import Span
from inkwright.text.nodes import make_span


def shifted(block: Block, by: int) -> Block:
    """The same block with all below it `by` characters later; the block itself when that is none."""
    return _block(block, by) if by else block


def _block(block: Block, by: int) -> Block:
    span, inner = _places(block, by)
    return Block(
        block.kind, span, inner, block.level, block.info, block.name, block.text, block.attrs, block.tight,
        tuple([_block(child, by) for child in block.children]) if block.children else (),
        tuple([_inline(inline, by) for inline in block.inlines]) if block.inlines else (),
    )  # fmt: skip


def _inline(inline: Inline, by: int) -> Inline:
    span, inner = _places(inline, by)
    children = tuple([_inline(child, by) for child in inline.children]) if inline.children else ()
    return Inline(
        inline.kind, span, inner, inline.text, inline.target, inline.title, inline.name, children, inline.attrs
    )


def _places(node: Block | Inline, by: int) -> tuple[Span, Span]:
    """Where a node and its content stand; most often they are the same."""
    start, end = node.span
    span = make_span((start + by, end + by))
    if node.inner is node.span:
        return span, span
    start, end = node.inner
    return span, make_span((start + by, end + by))
