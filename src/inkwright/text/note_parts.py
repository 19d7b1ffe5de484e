"""The part of a note that a name after `#` means, as Obsidian writes it: a heading with all below it, or a block.

**Source:** help.obsidian.md (links to headings and to blocks).
"""

from collections.abc import Iterator

from msgspec.structs import replace

from inkwright.model.document import Block, Document
from inkwright.text.anchors import slugify


def note_part(document: Document, part: str) -> tuple[Block, ...] | None:
    """The blocks that `part` means ("" is all of them); None where the note has no such part.

    "A#B" is the heading B below A; "^id" the block that ends with ^id, or that stands before a line of just that.
    """
    if not part.strip():
        return document.blocks
    last = part.rsplit("#", 1)[-1].strip()
    if last.startswith("^"):
        return _marked(document.blocks, last[1:])
    return _section(document.blocks, [slugify(one.strip()) for one in part.split("#") if one.strip()])


def block_ids(document: Document) -> Iterator[str]:
    """The ids of blocks that links may name, without their ^."""
    return (inline.target for inline in document.inlines_of("opaque") if inline.name == "block-id")


def _section(blocks: tuple[Block, ...], names: list[str]) -> tuple[Block, ...] | None:
    """The headings of some names, each below the one before: the last with what stands below it."""
    for name in names:
        at = next((no for no, one in enumerate(blocks) if one.kind == "heading" and slugify(one.plain()) == name), -1)
        if at < 0:
            return None
        level = blocks[at].level
        ends = (no for no in range(at + 1, len(blocks)) if blocks[no].kind == "heading" and blocks[no].level <= level)
        blocks = blocks[at : next(ends, len(blocks))]
    return blocks


def _marked(blocks: tuple[Block, ...], wanted: str) -> tuple[Block, ...] | None:
    for no, block in enumerate(blocks):
        ids = [inline.target for inline in block.inlines if inline.kind == "opaque" and inline.name == "block-id"]
        if wanted in ids:
            alone = all(not inline.plain().strip() for inline in block.inlines)
            return blocks[no - 1 : no] if alone and no else (block,)
        if block.kind == "list":
            items = [item for item in block.children if item.children and _marked(item.children[:1], wanted)]
            if items:
                return (replace(block, children=tuple(items[:1])),)
        found = _marked(block.children, wanted)
        if found is not None:
            return found
    return None
