"""Pictures and tables that were taken from elsewhere without saying where that is."""

import re
from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Finding
from inkwright.model.span import Span

_BORROWED = re.compile(
    r"\b(?:(?:adapted|taken|reproduced|borrowed|copied|excerpted|redrawn|reprinted)\s+from|"
    r"(?:figure|fig\.?|table|diagram|chart|plot|illustration|image|graph)\s+\d+[a-z]?\s+(?:of|from|in)\s+(?!this\b|our\b|my\b)|"
    r"(?:figure|table|diagram|chart|plot|illustration|graph|results)\s+from\s+the\s+(?:\w+\s+){0,3}(?:paper|article|report|"
    r"book|survey|study|authors?|preprint)|from\s+the\s+(?:original\s+)?(?:paper|preprint))\b",
    re.I,
)
_SOURCE = re.compile(
    r"https?://|\]\(|\]\[|\bdoi\b|\barxiv\b|\[\^|\[\d+\]|\bet al\b|\((?:[A-Z][^()]*)?(?:19|20)\d\d\)|\[@"
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each picture or table whose caption or alt text says that it is borrowed, when neither that nor
    the blocks right around name the source."""
    blocks = [block for block in document.blocks if block.kind != "comment"]
    for at, block in enumerate(blocks):
        pictures = [inline for inline in block.walk_inlines() if inline.kind == "image"]
        shown = bool(pictures) or block.kind == "table"
        for place, text in _captions(document, blocks, at, pictures) if shown else ():
            around = [document.slice(one.span) for one in blocks[max(at - 1, 0) : at + 2] if not _is_shown(one)]
            if _BORROWED.search(text) and not any(map(_SOURCE.search, [_without_pictures(text), *around])):
                yield found(place, "this comes from somebody else's work: name and link the source")
                break


def _captions(document: Document, blocks: list[Block], at: int, pictures: list[Inline]) -> Iterator[tuple[Span, str]]:
    """What is said of the pictures or the table of a block: alt texts, titles, and the short paragraph below."""
    for picture in pictures:
        yield picture.span, f"{picture.plain()} {document.slice(picture.inner)} {picture.title}"
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if (
        below
        and below.kind == "paragraph"
        and re.match(r"\W*(?:figure|fig|table|source|adapted|taken)\b", below.plain(), re.I)
    ):
        yield (pictures[0].span if pictures else blocks[at].span), document.slice(below.span)


def _is_shown(block: Block) -> bool:
    return block.kind == "table" or any(inline.kind == "image" for inline in block.walk_inlines())


def _without_pictures(text: str) -> str:
    return re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", text)
