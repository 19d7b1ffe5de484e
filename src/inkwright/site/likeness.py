"""What a text has in common with others, as far as it tells: the words that say most, and where it links to."""

from collections.abc import Iterator, Mapping, Sequence

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.similar.sketch import Background
from inkwright.text.footnotes import unreferenced

_WORD = regex(r"[^\W\d_]{2,}")
Sketch = Mapping[str, float]
Link = tuple[str, str]
"""The kind of a link ("link", "wikilink", "embed") and its target as written."""
ALL_SAY_AS_MUCH = Background(lambda word: 1.0)
"""For a site of which nobody knows how much words say."""


def sketch_of(document: Document, title: str, background: Background) -> Sketch:
    """The few words of a post that say most."""
    return background.sketch(words_of(document), words_in(title))


def words_of(document: Document) -> list[str]:
    """The words of a text that posts are compared by, in lower case: no code, no numbers."""
    unseen = unreferenced(document)
    return words_in(" ".join(_prose([block for block in document.blocks if block.span not in unseen])))


def words_in(text: str) -> list[str]:
    """The words of a plain text in lower case."""
    return _WORD.findall(text.lower())


def _prose(nodes: Sequence[Block | Inline]) -> Iterator[str]:
    """The running text of blocks, code and formulas left out."""
    for node in nodes:
        if isinstance(node, Block):
            yield from _prose(node.inlines)
        elif node.kind == "text":
            yield node.text
        if node.children:
            yield from _prose(node.children)


def links_of(document: Document) -> tuple[Link, ...]:
    """All links and embeds of a text, once each, in reading order."""
    return tuple(dict.fromkeys((one.kind, one.target) for one in document.inlines_of("link", "wikilink", "embed")))
