"""The sentences of a post that can be quoted elsewhere, as a reader reads them. What they are worth is `score.py`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from inkwright.model.document import Block, Document, Inline, Passage
from inkwright.model.promotion import Saying
from inkwright.model.span import Span
from inkwright.promote.standing import follows, quotable, stands_alone
from inkwright.text.citations import references
from inkwright.text.keyed_citations import read_citation
from inkwright.text.prose import passages
from inkwright.text.sentences import sentences

_RUNNING = frozenset({"paragraph", "item"})
_SILENT = frozenset({"html", "comment", "footnote_ref", "inline_note", "task"})
_GONE = "\ue003"
"""Stands for something that a sentence cannot do without and that no other place can show: a formula, a picture."""
_REFERENCES = re.compile(
    r"\W*(?:references|bibliography|further reading|links|resources|acknowledge?ments?|thanks|about the author|"
    r"changelog|footnotes|contributors|get involved|join (?:us|the)|credits|what'?s next|next steps|see also)\b",
    re.I,
)
"""Headings below which stands nothing that a post is about."""
DESCRIPTION = "description"
"""The key of the front matter that says to everybody what a post is about."""
_LABEL = re.compile(r"[^.!?:]{2,60}[:.]\s(?=[A-Z\d])")
"""Bold words at the head of a paragraph that name it."""
_TITLE = re.compile(r"(?:[A-Z0-9][\w.-]*\s?){1,5}")
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?)\]]+)(?=[\s\"'”’]|\Z)")
_Piece = tuple[int, int, str]


def sayings(document: Document) -> tuple[Saying, ...]:
    """Every sentence of the prose that may be quoted, in reading order; empty for a post without any.

    Left out are quotations, tables, notes, boxes, headings, sentences with formulas or pictures in them, and those
    that point at something which only the post shows.
    """
    cited = [one.span for one in references(document).citations]
    headings = document.of_kind("heading")
    starts = [heading.span.start for heading in headings]
    boxed = [block.span for block in document.of_kind("callout")]
    found = list(_described(document))
    length = max(len(document.text), 1)
    for at, passage in enumerate(passages(document)):
        if passage.kind not in _RUNNING or _inside(passage.span, boxed):
            continue
        above = _above(headings, starts, passage.span.start)
        if any(_REFERENCES.match(title) for title in above):
            continue
        heading = above[-1] if above else ""
        found += _of(document, passage, at, heading, length, cited)
    return tuple(found)


def _of(
    document: Document, passage: Passage, at: int, heading: str, length: int, cited: Sequence[Span]
) -> Iterator[Saying]:
    pieces = list(_pieces(document, passage.block.inlines, cited))
    for order, span in enumerate(passage.sentences):
        if order == 0 and _titled(passage.block):
            continue
        text = _said(pieces, span)
        label = _LABEL.match(text) if order == 0 and passage.block.inlines[0].kind == "strong" else None
        text = text[label.end() :] if label else text
        if text and quotable(text, passage.kind == "item" or label is not None):
            alone = stands_alone(text)
            if alone or (order and follows(text)):
                yield Saying(text, span, at, order, heading, span.start / length, _code(passage, span), alone)


def _described(document: Document) -> Iterator[Saying]:
    """The sentences of the description in the front matter, as far as they stand there word for word."""
    said, span = document.front_matter.data.get(DESCRIPTION), document.front_matter.key_spans.get(DESCRIPTION)
    if not isinstance(said, str) or span is None:
        return
    written = document.slice(span)
    for order, (start, end) in enumerate(sentences(said)):
        text = said[start:end]
        at = written.find(text)
        if at >= 0 and "\n" not in text and quotable(text, listed=True):
            alone = stands_alone(text)
            if alone or (order and follows(text)):
                yield Saying(text, Span(at, at + len(text)).shift(span.start), -1, order, alone=alone)


def _titled(block: Block) -> bool:
    """Whether the first line of a paragraph is a title, in bold or in capitals, which runs into its first sentence."""
    first = block.inlines[:2]
    if len(first) < 2 or first[1].kind not in ("soft_break", "hard_break"):
        return False
    return first[0].kind in ("strong", "emphasis") or bool(_TITLE.fullmatch(first[0].plain()))


def _code(passage: Passage, span: Span) -> int:
    """How many pieces of code stand in a sentence."""
    return sum(
        inline.kind == "code" and span.start <= inline.span.start < span.end for inline in passage.block.walk_inlines()
    )


def _said(pieces: Sequence[_Piece], span: Span) -> str:
    """What a reader reads of a sentence; "" when it holds something that cannot be quoted."""
    said: list[str] = []
    for start, end, text in pieces:
        if end <= span.start or start >= span.end:
            continue
        if start < span.start or end > span.end:
            if len(text) != end - start:
                return ""
            text = text[max(span.start - start, 0) : span.end - start]
        said.append(text)
    whole = _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", "".join(said)).strip())
    return "" if _GONE in whole else whole


def _pieces(document: Document, inlines: Sequence[Inline], cited: Sequence[Span]) -> Iterator[_Piece]:
    """The leaves of some inlines with what each is read as."""
    for inline in inlines:
        start, end = inline.span
        kind = inline.kind
        if kind in ("soft_break", "hard_break"):
            yield start, end, " "
        elif kind in _SILENT:
            yield start, end, ""
        elif kind == "text":
            yield from _without(start, end, inline.text, cited)
        elif kind == "code":
            yield start, end, inline.text if len(inline.text) < 40 else _GONE
        elif kind == "wikilink":
            yield start, end, inline.title or inline.target.partition("#")[0]
        elif kind == "opaque":
            yield start, end, _opaque(document, inline)
        elif kind in ("math", "image", "embed") or (kind == "link" and inline.name in ("url", "autolink", "email")):
            yield start, end, _GONE
        else:
            yield from _pieces(document, inline.children, cited)


def _without(start: int, end: int, text: str, cited: Sequence[Span]) -> Iterator[_Piece]:
    """A text without the numbers in brackets that cite something."""
    at = start
    if len(text) == end - start:
        for span in cited:
            if start <= span.start and span.end <= end:
                yield at, span.start, text[at - start : span.start - start].rstrip(" ")
                at = span.end
    yield at, end, text[at - start :]


def _opaque(document: Document, inline: Inline) -> str:
    if inline.name == "attributes":
        return ""
    return "" if inline.name == "citation" and read_citation(document, inline).bracketed else _GONE


def _above(headings: Sequence[Block], starts: Sequence[int], at: int) -> list[str]:
    """The titles of the headings that a place stands under, the outermost first; the post's own title left out."""
    found: list[str] = []
    level = 7
    for heading in reversed(headings[: bisect_right(starts, at)]):
        if heading.level < level:
            level = heading.level
            if level > 1:
                found.append(" ".join(heading.plain().split()))
    return found[::-1]


def _inside(span: Span, boxes: Sequence[Span]) -> bool:
    return any(box.start <= span.start and span.end <= box.end for box in boxes)
