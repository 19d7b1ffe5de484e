"""Fast making of tree nodes.

The constructor of a frozen dataclass costs three times an ordinary one, and a document has thousands of nodes: so a
node is filled as an unfrozen twin of the same layout and then becomes what it is.
"""

from functools import partial
from typing import Any, cast

from inkwright.model.document import Block, BlockKind, Inline, InlineKind, Passage
from inkwright.model.span import Span

make_span = partial(tuple.__new__, Span)
"""`Span` from a pair, twice as fast as by its name."""


class _Inline:
    __slots__ = ("attrs", "children", "inner", "kind", "name", "span", "target", "text", "title")


class _Block:
    __slots__ = (
        "attrs", "children", "info", "inlines", "inner", "kind", "level", "name", "span", "text", "tight",
    )  # fmt: skip


class _Passage:
    __slots__ = ("block", "kind", "sentences", "span", "text", "words")


def make_inline(
    kind: InlineKind, span: Span, inner: Span, text: str = "", target: str = "", title: str = "", name: str = "",
    children: tuple[Inline, ...] = (), attrs: tuple[tuple[str, str], ...] = (),
) -> Inline:  # fmt: skip
    """An `Inline` with these fields."""
    node: Any = _Inline()
    node.kind = kind
    node.span = span
    node.inner = inner
    node.text = text
    node.target = target
    node.title = title
    node.name = name
    node.children = children
    node.attrs = attrs
    node.__class__ = Inline
    return cast(Inline, node)


def make_text(span: Span, text: str) -> Inline:
    """The `Inline` of a stretch of text, the commonest of all."""
    node: Any = _Inline()
    node.kind = "text"
    node.span = node.inner = span
    node.text = text
    node.target = node.title = node.name = ""
    node.children = node.attrs = ()
    node.__class__ = Inline
    return cast(Inline, node)


def make_block(
    kind: BlockKind, span: Span, inner: Span, level: int = 0, info: str = "", name: str = "", text: str = "",
    attrs: tuple[tuple[str, str], ...] = (), tight: bool = False, children: tuple[Block, ...] = (),
    inlines: tuple[Inline, ...] = (),
) -> Block:  # fmt: skip
    """A `Block` with these fields."""
    node: Any = _Block()
    node.kind = kind
    node.span = span
    node.inner = inner
    node.level = level
    node.info = info
    node.name = name
    node.text = text
    node.attrs = attrs
    node.tight = tight
    node.children = children
    node.inlines = inlines
    node.__class__ = Block
    return cast(Block, node)


def make_passage(
    block: Block, kind: str, span: Span, text: str, sentences: tuple[Span, ...], words: tuple[Span, ...]
) -> Passage:
    """A `Passage` with these fields."""
    node: Any = _Passage()
    node.block = block
    node.kind = kind
    node.span = span
    node.text = text
    node.sentences = sentences
    node.words = words
    node.__class__ = Passage
    return cast(Passage, node)
