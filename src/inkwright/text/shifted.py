"""Blocks as they stand when text before them came or went."""

from inkwright.model.document import Block, Inline
from inkwright.text.nodes import make_span


def shifted(block: Block, by: int) -> Block:
    """The same block with all below it `by` characters later; the block itself when that is none. Spelled out, as a
    long post has thousands of nodes."""
    return _block(block, by) if by else block


def _block(block: Block, by: int) -> Block:
    start, end = block.span
    span = inner = make_span((start + by, end + by))
    if block.inner is not block.span:
        start, end = block.inner
        inner = make_span((start + by, end + by))
    return Block(
        block.kind, span, inner, block.level, block.info, block.name, block.text, block.attrs, block.tight,
        tuple([_block(child, by) for child in block.children]) if block.children else (),
        tuple([_inline(inline, by) for inline in block.inlines]) if block.inlines else (),
    )  # fmt: skip


def _inline(inline: Inline, by: int) -> Inline:
    start, end = inline.span
    span = inner = make_span((start + by, end + by))
    if inline.inner is not inline.span:
        start, end = inline.inner
        inner = make_span((start + by, end + by))
    if inline.kind == "text":
        return Inline("text", span, inner, inline.text)
    children = tuple([_inline(child, by) for child in inline.children]) if inline.children else ()
    return Inline(
        inline.kind, span, inner, inline.text, inline.target, inline.title, inline.name, children, inline.attrs
    )
