"""Pictures and tables that were taken from elsewhere without saying where that is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from inkwright.lint.blocks import of_blocks
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_BORROWED = regex(
    r"\b(?:(?:adapted|taken|reproduced|borrowed|copied|excerpted|redrawn|reprinted)\s+from|"
    r"(?:figure|fig\.?|table|diagram|chart|plot|illustration|image|graph)\s+\d+[a-z]?\s+(?:of|from|in)\s+(?!this\b|our\b|my\b)|"
    r"(?:figure|table|diagram|chart|plot|illustration|graph|results)\s+from\s+the\s+(?:\w+\s+){0,3}(?:paper|article|report|"
    r"book|survey|study|authors?|preprint)|from\s+the\s+(?:original\s+)?(?:paper|preprint)|"
    r"source:\s+the\s+(?:[\w-]+\s+){0,4}(?:paper|report|article|book|blog|documentation|docs))\b",
    re.I,
)
_SOURCE = regex(r"https?://|\]\(|\]\[|\bdoi\b|\barxiv\b|\[\^|\[\d+\]|\bet al\b|\((?:[A-Z][^()]*)?(?:19|20)\d\d\)|\[@")
_CAPTION_TAG = regex(r"<figcaption\b[^>]*>(.*?)</figcaption>|\b(?:caption|title|alt)\s?=\s?\"([^\"]*)\"", re.S | re.I)
_MARKUP = regex(r"<(?:figure|img|table)\b|\{\{[<%]\s*(?:figure|img|image)\b", re.I)
_BEGINS = regex(
    r"\s*:\s|\W*(?:figure|fig|table|source|image|picture|photo|diagram|chart|adapted|taken|reproduced|redrawn|borrowed)\b",
    re.I,
)
_LONGEST = 40
"""Words beside a picture in its paragraph that may be its caption; more are running text."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each picture or table whose caption or alt text says that it is borrowed, when neither that nor
    the blocks right around name the source."""
    if "![" not in document.text and not document.of_kind("table", "html", "opaque"):
        return
    known = zip(document.blocks, of_blocks(document, _is_shown), strict=True)
    told = [(block, is_shown) for block, is_shown in known if block.kind != "comment"]
    blocks, shown = [block for block, _ in told], [is_shown for _, is_shown in told]
    for at in [at for at, is_shown in enumerate(shown) if is_shown]:
        beside = range(max(at - 1, 0), min(at + 2, len(blocks)))
        around = [document.slice(blocks[near].span) for near in beside if not shown[near]]
        for place, text in _captions(document, blocks, at):
            if _is_borrowed(text) and not any(map(_SOURCE.search, [_without_pictures(text), *around])):
                yield found(place, "this comes from somebody else's work: name and link the source")
                break


@lru_cache(maxsize=1024)
def _is_borrowed(text: str) -> bool:
    """Whether a caption says so; remembered, as an edit changes one of many."""
    return _BORROWED.search(text) is not None


def _captions(document: Document, blocks: list[Block], at: int) -> Iterator[tuple[Span, str]]:
    """What is said of the pictures or the table of a block: alt texts, titles, captions of markup, what stands with the
    picture in a short paragraph, and the short paragraphs below and above that begin as captions do."""
    block = blocks[at]
    pictures = _pictures(block)
    for picture in pictures:
        yield picture.span, f"{picture.plain()} {document.slice(picture.inner)} {picture.title}"
    place = pictures[0].span if pictures else block.span
    if block.kind in ("html", "opaque"):
        yield place, _said_in(document.slice(block.span))
    beside = _without_pictures(document.slice(block.span)) if pictures and block.kind == "paragraph" else ""
    if 0 < len(beside.split()) <= _LONGEST:
        yield place, beside
    for near in (at + 1, at - 1):
        caption = blocks[near] if 0 <= near < len(blocks) else None
        if caption and caption.kind == "paragraph" and not _pictures(caption) and _BEGINS.match(caption.plain()):
            yield place, document.slice(caption.span)


@lru_cache(maxsize=1024)
def _said_in(markup: str) -> str:
    """The captions in a block of markup, with all of it where a source is named."""
    said = (text for pair in _CAPTION_TAG.findall(markup) for text in pair)
    return " ".join([*said, markup if _SOURCE.search(markup) else ""])


def _pictures(block: Block) -> list[Inline]:
    return [inline for inline in block.walk_inlines() if inline.kind == "image"]


def _is_shown(document: Document, block: Block) -> bool:
    """Whether a block shows a picture or a table."""
    if block.kind in ("html", "opaque"):
        return _MARKUP.search(document.slice(block.span)) is not None
    return block.kind == "table" or bool(_pictures(block))


def _without_pictures(text: str) -> str:
    return re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
