"""Addresses that are not written as links."""

import re
from collections.abc import Iterator, Sequence

from inkwright.lint.rule import found
from inkwright.lint.tokens import is_component
from inkwright.model.context import Context
from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.regex import regex
from inkwright.model.span import Span

_URL = regex(r"https?://[^\s<>\[\]\"'“”‘’`|]*[^\s<>\[\]\"'“”‘’`|.,;:!?)*_]")
_WWW = regex(
    r"(?<![\w/.@:-])www\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[^\s<>\[\]\"'“”‘’`|]*[^\s<>\[\]\"'“”‘’`|.,;:!?)*_])?",
    re.I,
)
"""An address without its scheme, which some renderers make a link and others do not."""
_HERE = regex(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?![\w.-])")
"""An address of the reader's own machine, which is typed rather than followed."""
_TYPED = regex(r"https?://[(<{$]|(?<=git clone )https?://|(?<=curl )https?://|(?<=wget )https?://")
"""A pattern of an address, and one in a command that nobody marked as code."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each address in the running text outside links, tags and what is quoted."""
    mdx = document.source.dialect == "mdx"
    for block in _own(document.blocks):
        if block.inlines and _may_hold(document.slice(block.span)) and not is_component(document, block):
            yield from _in_inlines(document, block.inlines, mdx)


def _may_hold(text: str) -> bool:
    return "http" in text or "www." in text


def _own(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block at any depth that is no quotation, in reading order."""
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        if block.kind != "blockquote":
            yield block
            stack.extend(reversed(block.children))


def _in_inlines(document: Document, inlines: tuple[Inline, ...], mdx: bool) -> Iterator[Finding]:
    for inline in inlines:
        if inline.kind == "link" and inline.name == "url":
            if document.text.endswith("]](", 0, inline.span.start):
                continue  # the text of a link in brackets of its own, which is no wiki link
            if not (_HERE.match(document.text, inline.span.start) or _TYPED.match(document.text, inline.span.start)):
                yield _finding(inline.span, mdx)
        elif inline.kind == "text":
            for match in _URL.finditer(document.text, inline.span.start, inline.span.end):
                if document.text[max(match.start() - 2, 0) : match.start()] == "](":
                    continue  # a link that its author broke over two lines
                if _HERE.match(match[0]) or _TYPED.match(document.text, match.start()):
                    continue
                yield _finding(_whole(document, match), mdx)
            for match in _WWW.finditer(document.text, inline.span.start, inline.span.end):
                span = Span(match.start(), match.end())
                yield found(span, "a bare address: link words that say what is there, with https:// before it")
        elif inline.kind not in ("link", "image") and inline.children:
            yield from _in_inlines(document, inline.children, mdx)


def _whole(document: Document, match: re.Match[str]) -> Span:
    """The address to its end, also where the parser ends a text inside it (at an underscore, say)."""
    longer = _URL.match(document.text, match.start())
    return Span(match.start(), longer.end() if longer else match.end())


def _finding(span: Span, mdx: bool) -> Finding:
    edits = (Edit(Span(span.start, span.start), "<"), Edit(Span(span.end, span.end), ">"))
    fix = None if mdx else Fix("Put it in angle brackets", edits, safe=True)
    return found(span, "a bare address: link words that say what is there, or put it in <...>", fix=fix)
