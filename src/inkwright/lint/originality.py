"""Where a document says what a source says, and whether it says so."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from inkwright.lint.tokens import Tokens, tokens
from inkwright.model.document import Document, Passage
from inkwright.model.regex import regex
from inkwright.model.sources import Sources, SourceText
from inkwright.model.span import Span
from inkwright.similar.overlap import LEAST, Overlap, Source
from inkwright.similar.winnowing import fingerprints
from inkwright.similar.words import places_of, plain, words_of

COMMON = 4
"""Sources in which a passage stands from which it is a formula of the house, not a copy."""
TRIED = 6
"""Sources that are looked into for one passage, those that share most first."""
CHUNK = 400
"""Words of a passage that are compared at a time."""
_LOOKED_AT = frozenset({"paragraph", "item", "note", "quote"})
_CITING = ("link", "wikilink", "footnote_ref", "inline_note")
_QUOTED = regex('“[^“”]{20,}”|(?<!\\w)"[^"]{20,}"|«[^«»]{20,}»|‘[^‘’]{20,}’(?!\\w)')
_CITATION = regex(r"\[-?@[\w:.-]+|https?://")


class Copy(NamedTuple):
    """A passage that stands in a source: where, how many of its words are the same, how many it has, and the source
    with the 1-based line where it begins there. `quoted` when it stands in quotes and says whose it is."""

    span: Span
    shared: int
    words: int
    source: SourceText
    line: int
    quoted: bool


class _Known(NamedTuple):
    """A source made ready: its text, its words indexed, and where each word begins."""

    text: SourceText
    words: Source
    places: list[int]


def copies(document: Document, sources: Sources) -> Iterator[Copy]:
    """Every passage of the document that stands in a source, changed words allowed, in reading order."""
    known: dict[str, _Known | None] = {}
    for held in tokens(document):
        if held.passage.kind in _LOOKED_AT:
            for begin in range(0, len(held.words), CHUNK):
                yield from _of_chunk(document, held, begin, sources, known)


def _of_chunk(
    document: Document, held: Tokens, begin: int, sources: Sources, known: dict[str, _Known | None]
) -> Iterator[Copy]:
    words = held.words[begin : begin + CHUNK]
    if len(words) < LEAST:
        return
    found: list[tuple[Overlap, _Known]] = []
    for path in sources.near(fingerprints(words))[:TRIED]:
        if path not in known:
            known[path] = _ready(sources.source(path))
        ready = known[path]
        found += [(overlap, ready) for overlap in ready.words.overlaps(words)] if ready else []
    for overlap, ready in _clearest(found):
        spans = held.passage.words[begin + overlap.start : begin + overlap.end]
        span = Span(spans[0].start, spans[-1].end)
        line = ready.text.text.count("\n", 0, ready.places[overlap.source_start]) + 1
        yield Copy(span, overlap.shared, len(spans), ready.text, line, _is_quoted(document, held.passage, span))


def _ready(source: SourceText | None) -> _Known | None:
    if source is None:
        return None
    text = plain(source.text)
    return _Known(source, Source(words_of(text)), places_of(text))


def _clearest(found: list[tuple[Overlap, _Known]]) -> list[tuple[Overlap, _Known]]:
    """Of overlaps of one stretch the one with most in common; none where too many sources hold the stretch."""
    kept: list[tuple[Overlap, _Known]] = []
    for overlap, ready in sorted(found, key=lambda pair: (-pair[0].shared, pair[0], pair[1].text.path)):
        if all(overlap.end <= other.start or other.end <= overlap.start for other, _ in kept):
            rivals = {id(other) for one, other in found if one.start < overlap.end and overlap.start < one.end}
            if len(rivals) < COMMON:
                kept.append((overlap, ready))
    return sorted(kept, key=lambda pair: pair[0])


def _is_quoted(document: Document, passage: Passage, span: Span) -> bool:
    """Whether a passage is marked as a quotation and a link, note or citation stands by it."""
    if passage.kind != "quote" and not _in_quotes(passage, span):
        return False
    at = next((at for at, block in enumerate(document.blocks) if span.start < block.span.end), 0)
    near = document.blocks[max(0, at - 1) : at + 2]
    start, end = near[0].span.start, near[-1].span.end
    if _CITATION.search(document.text, start, end):
        return True
    inlines = chain.from_iterable(block.walk_inlines() for top in near for block in top.walk())
    return any(inline.kind in _CITING for inline in inlines)


def _in_quotes(passage: Passage, span: Span) -> bool:
    """Whether most of a span stands between quote marks."""
    start, end = span.start - passage.span.start, span.end - passage.span.start
    held = sum(max(0, min(end, quote.end()) - max(start, quote.start())) for quote in _QUOTED.finditer(passage.text))
    return held * 5 >= (end - start) * 4
