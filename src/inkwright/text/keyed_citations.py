"""What a citation of Pandoc or Quarto says: `[see @a, p. 3; -@b]`, `@a`. What the keys stand for is told elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from inkwright.model.document import Document, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.dialects.citations import KEY

_KEY = regex(KEY)
_CROSS = regex(
    r"(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-", re.IGNORECASE
)
"""Keys that mean a place of the text itself. **Source:** quarto.org/docs/authoring/cross-references.html"""


class Work(NamedTuple):
    """One cited work: what stands before and after its key inside the brackets, and where the key stands, mark
    included."""

    key: str
    before: str
    after: str
    span: Span


class Cited(NamedTuple):
    """One citation: its works in reading order. `bracketed` tells `[@a]` from `@a`, which is part of the sentence."""

    works: tuple[Work, ...]
    bracketed: bool


def cited(document: Document) -> Iterator[Cited]:
    """Every citation by key, in reading order; cross-references to the text's own figures and sections are none."""
    for inline in document.inlines_of("opaque"):
        if inline.name == "citation":
            found = read_citation(document, inline)
            if found.works:
                yield found


def read_citation(document: Document, inline: Inline) -> Cited:
    """The works that a citation names; none for a cross-reference of Quarto."""
    source, start = document.slice(inline.span), inline.span.start
    bracketed = source.startswith("[")
    works = []
    at, end = int(bracketed), len(source) - int(bracketed)
    while at < end:
        stop = source.find(";", at, end)
        stop = end if stop < 0 else stop
        match = _KEY.search(source, at, stop)
        if match:
            key = match[0][1:].strip("{}")
            before = source[at : match.start()].removesuffix("-").strip()
            works.append(Work(key, before, source[match.end() : stop].strip(), Span(*match.span()).shift(start)))
        at = stop + 1
    if document.source.dialect == "quarto" and any(_CROSS.match(work.key) for work in works):
        return Cited((), bracketed)
    return Cited(tuple(works), bracketed)
