"""The prose of a document: what a reader reads as sentences, masked so that offsets stay those of the source.

Sentences and words live here; what is code, math, a table's pipes or a comment does not count as prose.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal
from weakref import WeakKeyDictionary

from inkwright.model.document import Block, Document, Inline, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.collector import collector_paused
from inkwright.text.moved import Moved, count
from inkwright.text.nodes import make_passage, make_span
from inkwright.text.sentences import sentences
from inkwright.text.versions import before

HIDDEN = "\ue000"
"""Stands for each character that is no prose but takes part in the sentence: code, math, a URL."""

Kind = Literal["paragraph", "heading", "item", "cell", "quote", "note"]
_WORD = regex(r"[^\W_]++(?:['’\-\u2010\u2011_]++[^\W_]++)*+")
_VERBATIM_OPEN = regex(r"<(code|kbd|samp|pre|var|script|style|svg|math)\b[^>]*(?<!/)>", re.I)
_PASSES_THROUGH = frozenset(
    {"emphasis", "strong", "strikethrough", "highlight", "superscript", "subscript", "link", "wikilink"}
)
_HIDES = frozenset({"code", "math", "embed", "image"})
_INNER_KIND: dict[str, Kind] = {"item": "item", "blockquote": "quote", "footnote": "note", "callout": "paragraph"}
_OWN_KIND: dict[str, Kind] = {"heading": "heading", "table_cell": "cell"}
_NO_NOTES: list[Inline] = []
_SHORT = 24
"""Characters of a text that may be said again and again."""
_Places = tuple[list[tuple[int, int]], list[tuple[int, int]]]
_known: WeakKeyDictionary[Document, tuple[Passage, ...]] = WeakKeyDictionary()
_ends: WeakKeyDictionary[Document, list[int]] = WeakKeyDictionary()
"""How many of the passages stand before the first top-level block, in it and before, and so on."""
_counted: WeakKeyDictionary[Document, int] = WeakKeyDictionary()


def passages(document: Document) -> tuple[Passage, ...]:
    """Every run of prose in reading order, made once per document; empty when there is no prose.

    Paragraphs and terms anywhere, headings, items, cells, notes and quotes each give one; an inline note gives its
    own after the one it stands in. The kind is "quote" anywhere below a blockquote (not a callout, which is the
    author's own), else "note" below a footnote, else "item" below a list. Runs without a single word are left out.
    """
    found = _known.get(document)
    if found is None:
        with collector_paused(len(document.source.text)):
            made: list[Passage] = []
            _passages(document, made)
            found = _known[document] = tuple(made)
    return found


def word_count(document: Document) -> int:
    """The number of words of prose: no code, front matter, comments or footnote marks."""
    words = _counted.get(document)
    if words is None:
        words = _counted[document] = sum(map(count, passages(document)))
    return words


def _passages(document: Document, made: list[Passage]) -> None:
    text = document.source.text
    known = before(document)
    earlier, kept = known if known and known[0] in _known else (document, {})
    held, ends = (_known[earlier], _ends[earlier]) if kept else ((), [])
    own_ends = _ends[document] = [0]
    for at, block in enumerate(document.blocks):
        if at in kept:
            was = kept[at]
            made += _moved(held[ends[was] : ends[was + 1]], earlier.blocks[was], block)
        elif block.children:
            _of_block(text, block, made)
        elif block.inlines:
            _of_inlines(text, block, _OWN_KIND.get(block.kind, "paragraph"), block.inlines, made)
        own_ends.append(len(made))


def _moved(held: Sequence[Passage], old: Block, new: Block) -> Sequence[Passage]:
    """The passages of a block as those of the same block elsewhere."""
    by = new.span.start - old.span.start
    if not by or not held:
        return held
    if not new.children:
        return [Moved(passage, by, new) for passage in held]
    blocks = {(block.kind, block.span): block for block in new.walk() if block.inlines}
    return [Moved(passage, by, blocks[passage.block.kind, passage.block.span.shift(by)]) for passage in held]


def _of_block(text: str, top: Block, made: list[Passage]) -> None:
    stack: list[tuple[Block, Kind]] = [(top, "paragraph")]
    while stack:
        block, kind = stack.pop()
        if block.inlines:
            own = _OWN_KIND.get(block.kind, kind)
            if own == "cell" and kind in ("quote", "note"):
                own = kind
            _of_inlines(text, block, own, block.inlines, made)
        if block.children:
            below = _INNER_KIND.get(block.kind, kind)
            if kind == "quote" or (kind == "note" and below != "quote"):
                below = kind
            stack.extend([(child, below) for child in reversed(block.children) if child.inlines or child.children])


def _of_inlines(text: str, block: Block, kind: Kind, inlines: tuple[Inline, ...], made: list[Passage]) -> None:
    first = inlines[0]
    span, mask, notes = first.span, first.text, _NO_NOTES
    if len(inlines) > 1 or first.kind != "text" or len(mask) != span.end - span.start:
        span = make_span((span.start, inlines[-1].span.end))
        mask, notes = _masked(text, span, inlines)
    base = span.start
    said, words = _short_places(mask) if len(mask) <= _SHORT else _places(mask)
    if words:
        placed = tuple([make_span((start + base, end + base)) for start, end in words])
        lines = placed if said == words else tuple([make_span((start + base, end + base)) for start, end in said])
        made.append(make_passage(block, kind, span, mask, lines, placed))
    for note in notes:
        _of_inlines(text, block, "note", note.children, made)


def _places(mask: str) -> _Places:
    """Where the sentences and the words of a masked text stand in it; no sentence where there is no word."""
    words = [match.span() for match in _WORD.finditer(mask)]
    return (sentences(mask) if words else [], words)


_short_places = lru_cache(maxsize=4096)(_places)
"""The same for a cell or a heading, which often says what another says."""


def _masked(text: str, span: Span, inlines: tuple[Inline, ...]) -> tuple[str, list[Inline]]:
    """The text of a span with markup blanked, as long as the span, and the inline notes met in it."""
    pieces: list[str] = []
    notes: list[Inline] = []
    at = span.start
    verbatim = ""
    stack: list[Inline] = list(reversed(inlines))
    while stack:
        inline = stack.pop()
        kind = inline.kind
        start, end = inline.span
        if kind == "text":
            if at < start:
                pieces.append(" " * (start - at))
            shown = inline.text
            if verbatim:
                shown = HIDDEN * (end - start)
            elif len(shown) != end - start:
                shown = shown[: end - start].ljust(end - start)
            pieces.append(shown)
            at = end
        elif kind in _PASSES_THROUGH and not (kind == "link" and inline.name in ("url", "autolink", "email")):
            if inline.children:
                stack.extend(reversed(inline.children))
        else:
            if at < start:
                pieces.append(" " * (start - at))
            pieces.append(_blank(inline, bool(verbatim)))
            at = end
            if kind == "html":
                verbatim = _verbatim_after(inline.text, verbatim)
            elif kind == "inline_note" and inline.children:
                notes.append(inline)
    if at < span.end:
        pieces.append(" " * (span.end - at))
    return "".join(pieces), notes


def _blank(inline: Inline, verbatim: bool) -> str:
    """What stands in a mask for an inline that is no prose."""
    length = inline.span.end - inline.span.start
    kind = inline.kind
    if kind in ("soft_break", "hard_break"):
        return " " * (length - 1) + "\n"
    if kind == "html" or kind == "comment":
        return " " * length
    if kind in _HIDES or kind == "link" or verbatim or (kind == "opaque" and inline.name not in ("attributes", "jsx")):
        return HIDDEN * length
    return " " * length


def _verbatim_after(tag: str, verbatim: str) -> str:
    """The name of the element in whose verbatim content we are after an HTML tag; "" when in none."""
    if verbatim:
        return "" if tag.lower().startswith(f"</{verbatim}") else verbatim
    opened = _VERBATIM_OPEN.match(tag)
    return opened[1].lower() if opened else ""
