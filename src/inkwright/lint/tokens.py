"""The words of a document as the matcher wants them, made once per document and shared by all rules."""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from inkwright.model.document import Document, Passage
from inkwright.text.prose import passages

_known: WeakKeyDictionary[Document, tuple["Tokens", ...]] = WeakKeyDictionary()


class Tokens(NamedTuple):
    """A passage and its words in lower case with straight apostrophes, one per span of `passage.words`."""

    passage: Passage
    words: tuple[str, ...]


def tokens(document: Document) -> tuple[Tokens, ...]:
    """All passages of a document with their words, in reading order; empty without prose."""
    known = _known.get(document)
    if known is None:
        known = _known[document] = tuple(_tokens(passage) for passage in passages(document))
    return known


def _tokens(passage: Passage) -> Tokens:
    text = passage.text.replace("’", "'")
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    base = passage.span.start
    return Tokens(passage, tuple([low[start - base : end - base] for start, end in passage.words]))
