"""Inkwright's own marks inside a post: comments that a reader never sees and every other tool leaves alone.

`<!-- ... -->` in Markdown, `{/* ... */}` in MDX (both are read everywhere). What a mark says is read by
`plan_marks.py` (sections and plans), here (bound numbers) and by the editor (suppressions).
"""

import re
import sys
from bisect import bisect_right
from typing import Literal
from weakref import WeakKeyDictionary

from msgspec import Struct

from inkwright.model.document import Document
from inkwright.model.number import BoundNumber
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.figures import figure_at_end, read_shape

MarkKind = Literal["section", "plan", "number", "suppression"]
_OPEN = regex(r"(?P<html><!--|\{/\*)[ \t\r\n]*+(?:section:|plan\b|=|inkwright:)")
_KINDS: dict[str, MarkKind] = {"s": "section", "p": "plan", "=": "number", "i": "suppression"}
_CLOSERS = "*_`="
"""What may close between a figure and its mark: `**45 ms**<!--=...-->`."""
_BINDING = r"(?s)=\s*(?P<file>[^#\s]+)?(?:#(?P<key>\S+))?(?:\s+(?P<format>.*\S))?\s*\Z"
_NEAR = r"\d[^\s|]*(?:[ \t\u00a0\u202f]+[^\s|]+){0,3}[ \t\u00a0\u202f]*\Z"
_REACH = 80
"""Characters before a mark in which its figure may stand."""
_known: WeakKeyDictionary[Document, tuple["Mark", ...]] = WeakKeyDictionary()


class Mark(Struct, frozen=True):
    """One mark: `span` covers the comment with its delimiters, `inner` what stands between them, `text` that content
    without the white space around it."""

    kind: MarkKind
    span: Span
    inner: Span
    text: str


def marks(document: Document) -> tuple[Mark, ...]:
    """Every mark outside code and front matter, in reading order, made once per document; empty without marks."""
    found = _known.get(document)
    if found is None:
        found = _known[document] = tuple(_marks(document))
    return found


def marks_of(document: Document, kind: MarkKind) -> list[Mark]:
    """The marks of one kind, in reading order."""
    return [mark for mark in marks(document) if mark.kind == kind]


def bound_numbers(document: Document) -> list[BoundNumber]:
    """Every bound number in reading order; a mark that names neither file nor key is left out."""
    found = []
    for mark in marks_of(document, "number"):
        binding = re.match(_BINDING, mark.text)
        if not binding or not (binding["file"] or binding["key"]):
            continue
        format_ = " ".join((binding["format"] or "").split())
        place = _figure(document.text, mark.span.start, _unit_words(format_))
        key = binding["key"] or ""
        found.append(
            BoundNumber(Span(place.start, mark.span.end), place, mark.span, binding["file"] or "", key, format_)
        )
    return found


def figure_near(text: str, end: int) -> bool:
    """Whether a figure stands so close before an offset that it may be the one meant, though not right before it."""
    return re.search(_NEAR, text[max(text.rfind("\n", max(end - _REACH, 0), end), end - _REACH, 0) : end]) is not None


def _unit_words(format_: str) -> int:
    """How many words may stand after the digits: those of the mark's unit, one when it has none."""
    try:
        return max(len(read_shape(format_).unit.split()), 1)
    except ValueError:
        return 1


def _figure(text: str, end: int, unit_words: int) -> Span:
    """The number with its unit that ends at an offset, closing emphasis apart; the empty span there when none does."""
    start = max(text.rfind("\n", max(end - _REACH, 0), end) + 1, end - _REACH, 0)
    mark = max(text.rfind("-->", start, end), text.rfind("*/}", start, end))
    start = mark + 3 if mark >= 0 else start
    written = text[start:end].rstrip(_CLOSERS)
    figure = figure_at_end(written)
    if figure and len(figure["unit"].split()) <= unit_words:
        return Span(start + figure.start(), start + len(written))
    return Span(end, end)


def _marks(document: Document) -> list[Mark]:
    text = document.text
    at = document.front_matter.span.end
    if "<!--" not in text and "{/*" not in text:
        return []
    code: list[Span] | None = None
    found: list[Mark] = []
    unclosed: set[str] = set()
    while opened := _OPEN.search(text, at):
        at = opened.end()
        start, closer = opened.start(), "-->" if opened[1] == "<!--" else "*/}"
        code = _code(document) if code is None else code
        if closer in unclosed or _within(code, start):
            continue
        end = text.find(closer, opened.end(1))
        if end < 0:
            unclosed.add(closer)
            continue
        at = end + 3
        inner = Span(opened.end(1), end)
        written = text[inner.start : inner.end].strip()
        found.append(Mark(_KINDS[written[0]], Span(start, at), inner, written))
    return found


def _code(document: Document) -> list[Span]:
    """Where code and formulas stand, in reading order."""
    code = [block.span for block in document.all_blocks if block.kind == "code" or block.kind == "math"]
    code += [inline.span for inline in document.all_inlines if inline.kind == "code" or inline.kind == "math"]
    return sorted(code)


def _within(spans: list[Span], offset: int) -> bool:
    index = bisect_right(spans, Span(offset, sys.maxsize)) - 1
    return index >= 0 and offset < spans[index].end
