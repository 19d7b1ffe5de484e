"""Callouts of GitHub and Obsidian: `> [!tip]- Title`, any kind, any title."""

from inkwright.model.document import Block, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span

_MARK = regex(r"\[!(?P<kind>[^\[\]\r\n|]+)(?:\|(?P<more>[^\[\]\r\n]*))?\](?P<fold>[+-]?)(?![(\[])[ \t]*")


def callout(block: Block, source: str) -> Block:
    """A blockquote that opens with a callout mark as that callout, any other one as it is.

    `name` is the kind in lower case, `info` the title as written, `inlines` the title, `attrs` may hold
    ("fold", "+" or "-").
    """
    first = block.children[0] if block.children else None
    if first is None or first.kind != "paragraph":
        return block
    mark = _MARK.match(source, first.span.start)
    if mark is None:
        return block
    title, body = _split(first.inlines, mark.end(), source)
    info = source[title[0].span.start : title[-1].span.end].strip() if title else ""
    attrs = (("fold", mark["fold"]),) if mark["fold"] else ()
    children = block.children[1:]
    if body:
        span = Span(body[0].span.start, first.span.end)
        children = (Block("paragraph", span, span, inlines=tuple(body)), *children)
    inner = block.inner
    if children:
        inner = Span(children[0].span.start, children[-1].span.end)
    name = mark["kind"].strip().lower()
    return Block(
        "callout", block.span, inner, info=info, name=name, attrs=attrs, children=children, inlines=tuple(title)
    )


def _split(inlines: tuple[Inline, ...], start: int, source: str) -> tuple[list[Inline], list[Inline]]:
    """The inlines of the first line from an offset on, and those of the following lines."""
    title: list[Inline] = []
    for index, inline in enumerate(inlines):
        if inline.kind in ("soft_break", "hard_break") and inline.span.start >= start - 1:
            return title, list(inlines[index + 1 :])
        if inline.span.end <= start:
            continue
        if inline.span.start < start:
            if inline.kind != "text" or len(inline.text) != inline.span.end - inline.span.start:
                continue
            span = Span(start, inline.span.end)
            inline = Inline("text", span, span, source[start : inline.span.end])
        title.append(inline)
    return title, []
