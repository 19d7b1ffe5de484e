"""The prose of the front matter: the title and what describes the post, as its author wrote them."""

from collections.abc import Iterator
from functools import lru_cache

from inkwright.lint.front import key_span
from inkwright.lint.tokens import Tokens, tokens
from inkwright.model.document import Document
from inkwright.model.span import Span
from inkwright.text.markdown import parse_text

_HEADINGS = ("title", "subtitle")
_TEXTS = ("description", "summary", "excerpt", "abstract", "lead")
_MARK = "# "
"""What makes a heading of a title, so that capitals in it say little."""


def front_prose(document: Document) -> Iterator[tuple[Tokens, int]]:
    """The words of each title and description, with what to add to their offsets for those of the document.

    A value that is written in other characters than it means, with escapes, is left out; a folded one comes line by
    line. Empty for a post without front matter or with one that cannot be read.
    """
    if document.front_matter.problems:
        return
    for key in (*_HEADINGS, *_TEXTS):
        mark = _MARK if key in _HEADINGS else ""
        for line in _lines(document, key):
            for held in _read(mark + document.slice(line)):
                yield held, line.start - len(mark)


def front_lines(document: Document) -> Iterator[tuple[Document, int]]:
    """Each title and line of a description as a document of its own, with what to add to its offsets; none for a post
    without front matter or with one that cannot be read."""
    if not document.front_matter.problems:
        for key in (*_HEADINGS, *_TEXTS):
            for line in _lines(document, key):
                yield _alone(document.slice(line)), line.start


@lru_cache(maxsize=64)
def _alone(line: str) -> Document:
    """A line as a document; remembered, as few edits change the front matter."""
    return parse_text(line)


@lru_cache(maxsize=64)
def _read(line: str) -> tuple[Tokens, ...]:
    """The words of a line; remembered, as few edits change the front matter."""
    return tokens(parse_text(line))


def needs_quoting(document: Document, span: Span, text: str) -> bool:
    """Whether a text cannot simply stand at a place because it is in front matter and holds a quotation mark."""
    return span.end <= document.front_matter.span.end and any(mark in text for mark in "'\"\\")


def _lines(document: Document, key: str) -> Iterator[Span]:
    """Where the text of a key stands: in one piece, or the lines of a folded one."""
    value = document.front_matter.data.get(key)
    place = key_span(document, key)
    if not isinstance(value, str) or not value.strip():
        return
    start = place.start
    for line in [value.strip()] if "\n" not in document.slice(place) else document.slice(place).split("\n")[1:]:
        said = line.strip()
        at = document.text.find(said, start, place.end)
        if said and at >= 0 and said in value:
            yield Span(at, at + len(said))
            start = at + len(said)
