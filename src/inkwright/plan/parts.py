"""What a section holds besides prose, against what its template requires: code, a diagram, a table, figures ..."""

import re
from collections.abc import Iterable

from inkwright.model.document import Block
from inkwright.model.outline import Bullet

DIAGRAM_LANGUAGES = frozenset({"mermaid", "dot", "graphviz", "plantuml", "d2", "ditaa", "pikchr", "tikz", "excalidraw"})
"""Info strings of fences that are pictures written as text."""
MADE_AHEAD = ("code", "diagram", "table")
"""Parts that take time to make, so that an outline must note them before the prose is written."""

_SPOKEN = {
    "code": "code|snippet|listing|script|example|notebook",
    "diagram": "diagram|flowchart|figure|sketch|drawing|picture|image|screenshot|chart|graph|plot",
    "table": "table|matrix|grid",
    "metric": r"metric|measure\w*|benchmark\w*|number|figures|\d",
    "link": "link|links|paper|docs|reference|references|https?",
    "formula": r"formula|equation|math|\$",
}
_NUMBER = re.compile(r"\d")
_PICTURE = re.compile(r"<(?:img|svg|figure|picture|canvas|video)\b", re.I)


def missing_parts(requires: Iterable[str], blocks: list[Block], bullets: Iterable[Bullet]) -> tuple[str, ...]:
    """The required parts that are neither among the section's blocks (any depth) nor noted in its bullets, in order.

    Parts that no program can see (an analogy, a fair counterargument) are never missing; a counted part (`list:3-5`)
    is never noted, only there or not.
    """
    noted = " ".join(bullet.text for bullet in bullets).lower()
    return tuple(part for part in requires if not has_part(part, blocks) and not _is_noted(part, noted))


def noted_parts(bullets: Iterable[Bullet]) -> tuple[str, ...]:
    """The parts made ahead that some bullet speaks of."""
    noted = " ".join(bullet.text for bullet in bullets).lower()
    return tuple(part for part in MADE_AHEAD if _is_noted(part, noted))


def has_part(part: str, blocks: list[Block]) -> bool:
    """Whether a part stands among blocks, given at all depths in reading order."""
    name, _, count = part.partition(":")
    if count:
        low, high = (int(end) for end in count.split("-"))
        return low <= (_items(blocks) if name == "list" else _subsections(blocks)) <= high
    if name not in _SPOKEN:
        return True
    return any(_is_part(name, block) for block in blocks)


def _is_part(name: str, block: Block) -> bool:
    kind = block.kind
    if name == "code":
        return kind == "code" and _language(block) not in DIAGRAM_LANGUAGES
    if name == "diagram":
        if kind == "code":
            return _language(block) in DIAGRAM_LANGUAGES
        return (kind in ("html", "opaque") and bool(_PICTURE.search(block.text) or "figure" in block.name)) or any(
            inline.kind in ("image", "embed") or (inline.kind == "html" and _PICTURE.match(inline.text))
            for inline in block.walk_inlines()
        )
    if name == "table":
        return kind == "table" or (kind == "html" and "<table" in block.text.lower())
    if name == "metric":
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


def _is_noted(part: str, noted: str) -> bool:
    words = _SPOKEN.get(part)
    return bool(words and re.search(rf"(?<!\w)(?:{words})", noted))
