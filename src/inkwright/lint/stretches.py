"""Stretches of a document: what stands under one heading, and runs of paragraphs with nothing between them."""

import re
from bisect import bisect_right
from typing import NamedTuple

from inkwright.lint.blocks import of_blocks
from inkwright.lint.outline import outline_headings
from inkwright.lint.tokens import prose
from inkwright.model.document import Block, Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.moved import count

_HTML_HEADING = regex(r"\s*<h[1-6][\s>]", re.IGNORECASE)
"""How a block of HTML starts that is a heading on the page."""


class Stretch(NamedTuple):
    """A piece of a document: where it is, its words of running text, and its paragraphs that are no list items."""

    span: Span
    words: int
    paragraphs: int


def under_headings(document: Document) -> list[Stretch]:
    """What stands before the first heading and under each heading, in reading order; `span` is that of the heading,
    or of the first paragraph before any. Words of paragraphs, lists and notes count. A heading written in HTML is one,
    and a line all in bold is one to the eye, as the questions of an interview are."""
    bold = (passage.block for passage in prose(document) if _is_bold(passage))
    html = (block for block in document.of_kind("html") if _HTML_HEADING.match(block.text))
    starts = sorted([block.span for block in (*outline_headings(document), *bold, *html)])
    counts = [[0, 0] for _ in range(len(starts) + 1)]
    first: Span | None = None
    for passage in prose(document):
        if passage.kind in ("paragraph", "item", "note"):
            at = bisect_right(starts, passage.span)
            counts[at][0] += count(passage)
            counts[at][1] += passage.kind == "paragraph"
            first = first or (passage.span if at == 0 else None)
    spans = [first or Span(0, 0), *starts]
    return [Stretch(span, *count) for span, count in zip(spans, counts, strict=True) if count[0]]


def _is_bold(passage: Passage) -> bool:
    """Whether a paragraph or an item is one run of bold text."""
    if passage.kind not in ("paragraph", "item") or not any(one.kind == "strong" for one in passage.block.inlines):
        return False
    inlines = [inline for inline in passage.block.inlines if inline.kind != "text" or inline.plain().strip()]
    return len(inlines) == 1 and inlines[0].kind == "strong"


def unbroken(document: Document) -> list[Stretch]:
    """Runs of paragraphs one after the other, with no heading, list, table, code, figure or quotation between them."""
    words = {passage.block.span: count(passage) for passage in prose(document) if passage.kind == "paragraph"}
    found: list[Stretch] = []
    run: list[Block] = []
    for block, has_figure in zip(document.blocks, of_blocks(document, _has_figure), strict=True):
        plain = block.kind == "paragraph" and not has_figure and block.span in words
        if plain:
            run.append(block)
        elif run and block.kind not in ("comment", "definition"):
            found.append(_stretch(run, words))
            run = []
    return [*found, _stretch(run, words)] if run else found


def _stretch(run: list[Block], words: dict[Span, int]) -> Stretch:
    return Stretch(Span(run[0].span.start, run[-1].span.end), sum(words[block.span] for block in run), len(run))


def _has_figure(document: Document, block: Block) -> bool:
    """Whether a paragraph shows a picture or a formula of its own."""
    return block.kind == "paragraph" and any(
        inline.kind in ("image", "embed") or inline.name == "display" for inline in block.walk_inlines()
    )
