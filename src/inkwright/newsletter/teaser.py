"""The beginning of a post for a mail that only makes curious. Pure."""

from inkwright.model.document import Block, Document, Source
from inkwright.model.regex import regex
from inkwright.render.plain import is_more
from inkwright.text.markdown import parse

ENOUGH = 120
"""Words after which a teaser without a mark of its own ends. **Source:** own choice: half a screen."""
_SHOWN = regex(r"[^\r\n]")
_SILENT = frozenset({"comment", "definition", "footnote"})


def beginning(document: Document) -> tuple[Document, bool]:
    """A post up to its `<!-- more -->`, else its first paragraphs up to the next heading; and whether something is
    left out. What is left out is blanked, so that every place in the text stays where it is; notes stay."""
    end = _end(document.blocks)
    left = [block for block in document.blocks[end:] if block.kind not in ("definition", "footnote")]
    if not any(block.kind not in _SILENT for block in left):
        return document, False
    text = document.text
    for block in left:
        start, stop = block.span
        text = text[:start] + _SHOWN.sub(" ", text[start:stop]) + text[stop:]
    return parse(Source(document.source.path, text, document.source.dialect)), True


def _end(blocks: tuple[Block, ...]) -> int:
    """How many blocks the beginning has."""
    marked = next((at for at, block in enumerate(blocks) if is_more(block)), -1)
    if marked >= 0:
        return marked
    words = 0
    for at, block in enumerate(blocks):
        if words and (block.kind == "heading" or words >= ENOUGH):
            return at
        words += len(block.plain().split()) if block.kind == "paragraph" else 0
    return len(blocks)
