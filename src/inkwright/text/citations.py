"""Numbered citations such as `[3]` and the list of references that they mean, found once per document."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from inkwright.model.document import Block, Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.prose import passages

_HEADING = regex(r"\W*(?:\d+\W+)?(?:references|bibliography|works cited|sources|citations|literature)\W*\Z", re.I)
_ENTRY = regex(r"^[ \t]*\[(\d{1,3})\]:?[ \t]+(?=\S)", re.M)
_CITATION = regex(r"(?<![\w\])\ue000\\])\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\](?![\[(:\w])")
_WIDEST = 50
"""Numbers in one range `[3-9]`; a wider one is no citation."""


class Entry(NamedTuple):
    """One line of the list of references: its number, the span of all of it, and the span of its first words."""

    number: int
    span: Span
    mark: Span


class Citation(NamedTuple):
    """One number that the text cites, and where."""

    number: int
    span: Span


class References(NamedTuple):
    """The list of references and what cites it, each in reading order; both empty without them."""

    entries: tuple[Entry, ...]
    citations: tuple[Citation, ...]


_known: WeakKeyDictionary[Document, References] = WeakKeyDictionary()


def references(document: Document) -> References:
    """The references of a document. Numbers in brackets count as citations only where there is a list for them."""
    known = _known.get(document)
    if known is None:
        known = _known[document] = _references(document)
    return known


def _references(document: Document) -> References:
    sections = list(_sections(document))
    entries: list[Entry] = []
    cited: list[Citation] = []
    for passage in passages(document):
        if "[" not in passage.text:
            continue
        inside = any(section.start <= passage.span.start < section.end for section in sections)
        marked = list(_entries(passage))
        entries += marked
        if not inside:
            cited += _citations(passage, {entry.mark.start for entry in marked})
    if not entries:
        entries = [entry for section in sections for entry in _listed(document, section)]
    return References(tuple(entries), tuple(cited) if entries else ())


def _sections(document: Document) -> Iterator[Span]:
    """The extent of each section of references, from below its heading to the next one of its rank."""
    headings = document.of_kind("heading")
    for at, heading in enumerate(headings):
        if _HEADING.match(heading.plain()):
            later = (one.span.start for one in headings[at + 1 :] if one.level <= heading.level)
            yield Span(heading.span.end, next(later, len(document.text)))


def _entries(passage: Passage) -> Iterator[Entry]:
    found = list(_ENTRY.finditer(passage.text))
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(passage.text)
        start = match.start(1) - 1
        mark = Span(start, match.end(1) + 1).shift(passage.span.start)
        yield Entry(int(match[1]), Span(start, end).shift(passage.span.start), mark)


def _listed(document: Document, section: Span) -> Iterator[Entry]:
    """The items of the numbered lists of a section."""
    for block in document.of_kind("list"):
        if section.start <= block.span.start < section.end and block.level >= 0:
            items: tuple[Block, ...] = block.children
            for number, item in enumerate(items, block.level):
                first = min(item.span.end, document.lines.offset(document.position(item.span.start).line + 1))
                mark = Span(item.span.start, item.span.start + len(document.text[item.span.start : first].rstrip()))
                yield Entry(number, item.span, mark)


def _citations(passage: Passage, entries: set[int]) -> Iterator[Citation]:
    for match in _CITATION.finditer(passage.text):
        span = Span(*match.span()).shift(passage.span.start)
        if span.start not in entries:
            for number in _numbers(match[1]):
                yield Citation(number, span)


def _numbers(written: str) -> Iterator[int]:
    """The numbers of `3`, `3, 5` or `3-5`."""
    for piece in re.split(r"\s?[,;]\s?", written):
        first, *last = (int(number) for number in re.findall(r"\d+", piece))
        yield from range(first, last[0] + 1) if last and 0 < last[0] - first < _WIDEST else (first, *last)
