"""The table of contents: headings as nested entries. Themes say how it looks."""

from msgspec import Struct

from inkwright.model.document import Block, Document, Inline
from inkwright.render.calls import Call
from inkwright.render.constructs import ConstructWriter
from inkwright.render.opaque import hidden_div, hides
from inkwright.render.options import RenderOptions
from inkwright.render.plain import inline_text
from inkwright.render.shapes import Inside
from inkwright.text.anchors import anchors


class Entry(Struct, frozen=True):
    """A heading with those below it. `anchor` is its id without `#`."""

    level: int
    title: str
    anchor: str
    children: tuple["Entry", ...] = ()


def contents(document: Document, first: int = 1, last: int = 3) -> tuple[Entry, ...]:
    """The headings of levels `first` to `last` as a tree, in reading order; a heading that skips a level hangs below
    the nearest one above it, and one that the page does not show is left out. Empty without headings."""
    shown = _Headings(document).found()
    found = [
        Entry(heading.level, inline_text(heading.inlines, document), anchor)
        for heading, anchor in anchors(document)
        if first <= heading.level <= last and id(heading) in shown
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


class _Headings(ConstructWriter):
    """Walks a document as its page is written, and keeps the headings."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, RenderOptions())
        self._found: set[int] = set()

    def found(self) -> set[int]:
        """The ids of the headings that the page shows."""
        self.blocks(self.document.blocks)
        return self._found

    def block_heading(self, block: Block) -> None:
        """Keep it."""
        self._found.add(id(block))

    def construct(self, call: Call | None, inside: Inside, node: Block | Inline, inline: bool) -> None:
        """What stands in a construct that the page shows."""
        if not hides(call):
            self.blocks(inside.blocks)

    def block_callout(self, block: Block) -> None:
        """What stands in a callout that the page shows."""
        if not hidden_div((value for key, value in block.attrs if key == "class"), dict(block.attrs)):
            self.blocks(block.children)

    def paragraph(self, block: Block) -> None:
        """Nothing."""

    def inlines(self, inlines: tuple[Inline, ...]) -> None:
        """Nothing."""

    def block_code(self, block: Block) -> None:
        """Nothing."""

    def block_math(self, block: Block) -> None:
        """Nothing."""

    def html(self, block: Block) -> None:
        """Nothing."""
