"""What a builder of trees asks of the dialects."""

from typing import Protocol

from inkwright.model.document import Block, Inline


class Grafts(Protocol):
    """What the dialects add while the tree is built. `busy` says whether `inlines` may change anything."""

    busy: bool

    def text(self, start: int, end: int, decoded: str) -> list[Inline]:
        """The inlines for a stretch of text that may hold substitutes, given as the library decoded it."""

    def rules(self, start: int, end: int) -> list[Block]:
        """The blocks that a thematic break stands for; empty for a real one."""

    def restore(self, text: str) -> str:
        """A decoded text with the source back in place of substitutes."""

    def verbatim(self, start: int, end: int, decoded: str) -> str:
        """A piece of code or raw HTML with the source back in place of substitutes."""

    def inlines(self, inlines: list[Inline], start: int, end: int) -> list[Inline]:
        """The inlines of one holder, with the constructs that are found between them."""

    def blocks(self, blocks: list[Block]) -> list[Block]:
        """Sibling blocks with what stands between an opening and a closing tag put below it."""

    def finish(self, block: Block) -> Block:
        """A heading or blockquote as the dialects see it (attributes, callouts)."""
