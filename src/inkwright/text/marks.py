"""Inkwright's own marks inside a post: comments that a reader never sees and every other tool leaves alone.

`<!-- ... -->` in Markdown, `{/* ... */}` in MDX (both are read everywhere). What a mark says is read by
`plan_marks.py` (sections and plans), here (bound numbers) and by the editor (suppressions).
"""

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from inkwright.model.document import Document
from inkwright.model.span import Span

MarkKind = Literal["section", "plan", "number", "suppression"]
_OPEN = re.compile(r"(?P<html><!--|\{/\*)[ \t\r\n]*+(?:section:|plan\b|=|inkwright:)")
_KINDS: dict[str, MarkKind] = {"s": "section", "p": "plan", "=": "number", "i": "suppression"}
_FIGURE = re.compile(
    r"(?:[~≈<>]?[-+−±]?[$€£¥]?|[$€£¥][-+−]?)\d[\d,._'\u00a0\u202f]*(?:[eE][-+]?\d+)?"
    r"(?P<unit>(?:[ \u00a0\u202f]?[^\s\d<>|*_`~\[\](){}.,;:!?]+){0,3})\Z"
)
_BINDING = re.compile(r"=\s*(?P<file>[^#\s]+)(?:#(?P<key>\S+))?(?:\s+(?P<format>.*\S))?\s*\Z", re.S)
_known: WeakKeyDictionary[Document, tuple["Mark", ...]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: `span` covers the comment with its delimiters, `inner` what stands between them, `text` that content
    without the white space around it."""

    kind: MarkKind
    span: Span
    inner: Span
    text: str


@dataclass(frozen=True, slots=True)
class BoundNumber:
    """A figure in prose bound to data: `45 ms<!--=results.json#int8.p50 .1f ms-->`.

    `span` covers figure and mark, `figure` the figure alone (empty, right before the mark, when no number stands
    there). `key` is one dotted key or a ratio `a/b`, `format` a Python format with the unit after it, "" for none.
    """

    span: Span
    figure: Span
    mark: Span
    file: str
    key: str
    format: str


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
    """Every bound number in reading order; a mark that names no file is left out."""
    found = []
    for mark in marks_of(document, "number"):
        binding = _BINDING.match(mark.text)
        if not binding:
            continue
        start = mark.span.start
        unit_words = len((binding["format"] or "").split()) - 1
        place = _figure(document.text, start, max(unit_words, 1))
        found.append(
            BoundNumber(
                Span(place.start, mark.span.end), place, mark.span,
                binding["file"], binding["key"] or "", binding["format"] or "",
            )
        )  # fmt: skip
    return found


def _figure(text: str, end: int, unit_words: int) -> Span:
    """The number with its unit that ends at an offset; the empty span there when none does."""
    line = max(text.rfind("\n", end - 80 if end > 80 else 0, end) + 1, end - 80, 0)
    mark = text.rfind("-->", line, end)
    line = mark + 3 if mark >= 0 else line
    figure = _FIGURE.search(text[line:end])
    if figure and len(figure["unit"].split()) <= unit_words:
        return Span(line + figure.start(), end)
    return Span(end, end)


def _marks(document: Document) -> list[Mark]:
    text = document.text
    at = document.front_matter.span.end
    if "<!--" not in text and "{/*" not in text:
        return []
    code = _code(document)
    found: list[Mark] = []
    unclosed: set[str] = set()
    while opened := _OPEN.search(text, at):
        at = opened.end()
        start, closer = opened.start(), "-->" if opened[1] == "<!--" else "*/}"
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
