"""What a stretch of a document holds besides prose: code, a diagram, a table, figures, links, lists of a length."""

import re

from inkwright.model.document import Block
from inkwright.model.regex import regex
from inkwright.text.drawn import drawn_as

DIAGRAM_LANGUAGES = frozenset({"mermaid", "dot", "graphviz", "plantuml", "d2", "ditaa", "pikchr", "tikz", "excalidraw"})
"""Info strings of fences that are pictures written as text."""
SEEN = ("code", "diagram", "formula", "link", "metric", "table")
"""Names of parts that a program can see, besides counted ones: `list:3-5` and `subsections:3-8`."""

_NUMBER = regex(r"\d")
_PICTURE = regex(r"<(?:img|svg|figure|picture|canvas|video)\b", re.I)


def has_part(part: str, blocks: list[Block]) -> bool:
    """Whether a part stands among blocks of all depths in reading order; True for one that only a reader can see."""
    name, _, count = part.partition(":")
    if count:
        low, high = (int(end) for end in count.split("-"))
        return low <= (_items(blocks) if name == "list" else _subsections(blocks)) <= high
    if name not in SEEN:
        return True
    return any(_is_part(name, block) for block in blocks)


def _is_part(name: str, block: Block) -> bool:
    kind = block.kind
    if name == "code":
        return kind == "code" and _language(block) not in DIAGRAM_LANGUAGES and not drawn_as(block)
    if name == "diagram":
        if kind == "code":
            return _language(block) in DIAGRAM_LANGUAGES or drawn_as(block) == "chart"
        return (kind in ("html", "opaque") and bool(_PICTURE.search(block.text) or "figure" in block.name)) or any(
            inline.kind in ("image", "embed") or (inline.kind == "html" and _PICTURE.match(inline.text))
            for inline in block.walk_inlines()
        )
    if name == "table":
        return kind == "table" or drawn_as(block) == "table" or (kind == "html" and "<table" in block.text.lower())
    if name == "metric":
        if kind == "code":
            return bool(drawn_as(block))
        return kind in ("paragraph", "table_cell") and any(
            inline.kind == "text" and _NUMBER.search(inline.text) for inline in block.walk_inlines()
        )
    if name == "formula":
        return kind == "math" or any(inline.kind == "math" for inline in block.walk_inlines())
    return name == "link" and any(
        inline.kind in ("link", "wikilink", "footnote_ref") for inline in block.walk_inlines()
    )


def _language(block: Block) -> str:
    info = block.info.strip().strip("{}").lower()
    return info.split()[0].split(",")[0].lstrip(".") if info else ""


def _items(blocks: list[Block]) -> int:
    """Items of the longest list."""
    return max((len(block.children) for block in blocks if block.kind == "list"), default=0)


def _subsections(blocks: list[Block]) -> int:
    """Headings of the section's next level."""
    levels = [block.level for block in blocks if block.kind == "heading"]
    return levels.count(min(levels)) if levels else 0
