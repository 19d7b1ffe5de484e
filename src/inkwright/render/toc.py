"""The table of contents: headings as nested entries. Themes say how it looks."""

from dataclasses import dataclass

from inkwright.model.document import Document
from inkwright.render.plain import inline_text
from inkwright.text.anchors import anchors


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with those below it. `anchor` is its id without `#`."""

    level: int
    title: str
    anchor: str
    children: tuple["Entry", ...] = ()


def contents(document: Document, first: int = 1, last: int = 3) -> tuple[Entry, ...]:
    """The headings of levels `first` to `last` as a tree, in reading order; a heading that skips a level hangs below
    the nearest one above it. Empty without headings."""
    found = [
        Entry(heading.level, inline_text(heading.inlines), anchor)
        for heading, anchor in anchors(document)
        if first <= heading.level <= last
    ]
    return _nested(found)


def _nested(entries: list[Entry]) -> tuple[Entry, ...]:
    """Entries in reading order as a tree by level."""
    roots: list[Entry] = []
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and entries[end].level > entries[at].level:
            end += 1
        entry = entries[at]
        roots.append(Entry(entry.level, entry.title, entry.anchor, _nested(entries[at + 1 : end])))
        at = end
    return tuple(roots)
