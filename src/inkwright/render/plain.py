"""Document -> plain text: whole, or its summary. What a reader cannot read aloud is left out."""

import re
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Final

from inkwright.model.document import Block, Document, Inline

MAX_DEPTH: Final = 200
_MORE = frozenset({"more", "truncate", "excerpt", "end_excerpt", "excerpt_end"})
_SILENT = frozenset({"comment", "html", "task", "footnote_ref", "inline_note"})
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]]*(?=\s)|[。！？]""")
_HOLDERS = frozenset({"callout", "opaque", "blockquote"})


def plain_text(document: Document) -> str:
    """All that a reader reads, blocks parted by blank lines, code as it stands; "" for an empty document."""
    return "\n\n".join(_texts(document.blocks, 0)).strip()


def summary(document: Document, characters: int = 300) -> str:
    """What stands before the `<!-- more -->` mark, else the first paragraph, in whole sentences where they fit
    `characters`, else cut after a word; "" when there is no paragraph."""
    before = tuple(_before_more(document.blocks))
    paragraphs = [inline_text(block.inlines) for block in _paragraphs(before or document.blocks, 0)]
    shown = [text for text in paragraphs if text]
    if not shown:
        return ""
    text = " ".join(shown) if before and len(before) < len(document.blocks) else shown[0]
    return clip(text, characters)


def clip(text: str, characters: int) -> str:
    """Text within so many characters: whole sentences if at least half of the room is used, else whole words."""
    if len(text) <= characters:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, characters + 1) if found.end() <= characters]
    if ends and ends[-1] * 2 >= characters:
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, characters)
    return text[: cut if cut > 0 else characters - 1].rstrip(" ,;:–—-") + "…"


def _before_more(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks before the mark; all of them when there is none."""
    for block in blocks:
        if is_more(block):
            return
        yield block


def is_more(block: Block) -> bool:
    """Whether a block is the mark that ends a post's summary."""
    if block.kind == "comment":
        return block.text.strip().lower() in _MORE
    only = block.inlines[0] if block.kind == "paragraph" and len(block.inlines) == 1 else None
    return only is not None and only.kind == "comment" and only.text.strip().lower() in _MORE


def inline_text(inlines: Iterable[Inline]) -> str:
    """Inlines as a reader hears them, on one line: links as their labels, pictures as their alt texts."""
    return _SPACES.sub(" ", "".join(_words(inlines, 0))).strip()


def _words(inlines: Iterable[Inline], depth: int) -> Iterator[str]:
    for inline in inlines:
        kind = inline.kind
        if kind == "text" or kind == "code" or kind == "math" or kind == "wikilink":
            yield inline.text
        elif kind in ("soft_break", "hard_break"):
            yield " "
        elif kind not in _SILENT and inline.children and depth < MAX_DEPTH:
            yield from _words(inline.children, depth + 1)


def _paragraphs(blocks: Iterable[Block], depth: int) -> Iterator[Block]:
    """Paragraphs of running text: not those of lists, quotations, notes and callouts."""
    for block in blocks:
        if block.kind == "paragraph":
            yield block
        elif block.kind == "opaque" and depth < MAX_DEPTH:
            yield from _paragraphs(block.children, depth + 1)


def _texts(blocks: Iterable[Block], depth: int) -> Iterator[str]:
    for block in blocks:
        text = _text(block, depth)
        if text:
            yield text


def _text(block: Block, depth: int) -> str:
    kind = block.kind
    if kind in ("paragraph", "heading", "definition_term"):
        return inline_text(block.inlines)
    if kind in ("code", "math"):
        return block.text.strip("\n")
    if depth >= MAX_DEPTH or kind in ("html", "comment", "definition", "thematic_break"):
        return ""
    if kind == "list":
        return _list(block, depth)
    if kind in ("table_row", "table_head"):
        return "\t".join(inline_text(cell.inlines) for cell in block.children)
    parts = [inline_text(block.inlines), *_texts(block.children, depth + 1)]
    if kind in _HOLDERS and block.info:
        parts.insert(0, block.info if kind == "callout" else "")
    return ("\n" if kind in ("table", "definition_list") else "\n\n").join(part for part in parts if part)


def _list(block: Block, depth: int) -> str:
    lines = []
    for number, item in enumerate(block.children, max(block.level, 0)):
        mark = f"{number}. " if block.level >= 0 else "- "
        inside = ("\n" if block.tight else "\n\n").join(_texts(item.children, depth + 1))
        lines.append(mark + indent(inside, " " * len(mark)).lstrip(" "))
    return "\n".join(lines)
