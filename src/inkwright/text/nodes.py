"""Spans as fast as they can be made, and passages: nodes are made by the names of their types."""

from functools import partial
from typing import Any, cast

from inkwright.model.document import Block, Passage
from inkwright.model.span import Span

make_span = partial(tuple.__new__, Span)
"""`Span` from a pair, twice as fast as by its name."""


class _Passage:
    __slots__ = ("block", "kind", "sentences", "span", "text", "words")


def make_passage(
    block: Block, kind: str, span: Span, text: str, sentences: tuple[Span, ...], words: tuple[Span, ...]
) -> Passage:
    """A `Passage` with these fields. It is filled as an unfrozen twin of the same layout and then becomes what it
    is: the constructor of a frozen dataclass costs three times an ordinary one, and a document has many."""
    node: Any = _Passage()
    node.block = block
    node.kind = kind
    node.span = span
    node.text = text
    node.sentences = sentences
    node.words = words
    node.__class__ = Passage
    return cast(Passage, node)
