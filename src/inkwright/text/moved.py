"""A run of prose that stands elsewhere after a change, and has its words placed only when somebody asks for them."""

from typing import Any

from inkwright.model.document import Block, Passage
from inkwright.model.span import Span
from inkwright.text.nodes import make_span


class Moved(Passage):
    """A passage `by` characters later, in a block of its own text."""

    __slots__ = ("by", "was")

    by: int
    was: Passage

    def __init__(self, was: Passage, by: int, block: Block) -> None:
        put = object.__setattr__
        put(self, "block", block)
        put(self, "kind", was.kind)
        put(self, "span", was.span.shift(by))
        put(self, "text", was.text)
        if isinstance(was, Moved):  # so that no chain grows while somebody types
            by, was = by + was.by, was.was
        put(self, "was", was)
        put(self, "by", by)

    def __getattr__(self, name: str) -> Any:
        """The sentences or the words, placed when they are first asked for."""
        if name not in ("sentences", "words"):
            raise AttributeError(name)
        by = self.by
        placed: tuple[Span, ...] = tuple([make_span((start + by, end + by)) for start, end in getattr(self.was, name)])
        object.__setattr__(self, name, placed)
        return placed

    def __eq__(self, other: object) -> bool:
        """Whether the other passage, moved or not, says the same."""
        return isinstance(other, Passage) and _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash(_parts(self))


def origin(passage: Passage) -> Passage:
    """The passage as it was before it moved; itself when it never did."""
    return passage.was if isinstance(passage, Moved) else passage


def count(passage: Passage) -> int:
    """The number of its words, which does not place them."""
    return len(passage.was.words if isinstance(passage, Moved) else passage.words)


def _parts(passage: Passage) -> tuple[object, ...]:
    return passage.block, passage.kind, passage.span, passage.text, passage.sentences, passage.words
