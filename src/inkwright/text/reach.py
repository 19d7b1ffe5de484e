"""Where nodes that hold others begin and end."""

from typing import Any

from inkwright.model.document import Block, Inline
from inkwright.model.span import Span
from inkwright.text.nodes import make_span


def reach(nodes: Any, span: Span) -> Span:
    """From the first node's start to the last one's end; the given span when there are none or it is the same."""
    if not nodes:
        return span
    start, end = nodes[0].span.start, nodes[-1].span.end
    return span if start == span.start and end == span.end else make_span((start, end))


def around(start: int, end: int, nodes: Any) -> Span:
    """A span that holds its nodes, also where the library's range stops short of them."""
    if nodes:
        first, last = nodes[0].span.start, nodes[-1].span.end
        start, end = first if first < start else start, last if last > end else end
    return make_span((start, end))


def without_end(inlines: list[Inline], end: int, text: str) -> list[Inline]:
    """Inlines cut where their block ends: what lies beyond is white space."""
    kept = [inline for inline in inlines if inline.span.start < end]
    if kept and kept[-1].kind == "text" and kept[-1].span.end > end:
        span = Span(kept[-1].span.start, end)
        kept[-1] = Inline("text", span, span, text[span.start : end])
    return kept


def with_strays(blocks: list[Block]) -> list[Block]:
    """List items, a definition that stands between two of them taken into the one before."""
    items: list[Block] = []
    for block in blocks:
        if block.kind == "item" or not items:
            items.append(block)
        else:
            before = items.pop()
            children = (*before.children, block)
            span = Span(before.span.start, block.span.end)
            items.append(Block("item", span, reach(children, span), children=children))
    return items
