"""Document -> the numbered paragraphs that are sent, each character of them tied to its place in the source.

Front matter, comments, marks, suppressed and hidden constructs, link targets and raw HTML are not among them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from inkwright.model.critic import Paragraph
from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.render.calls import read_call
from inkwright.render.opaque import hides
from inkwright.text.marks import marks

_KINDS = {"heading": "heading", "item": "item", "blockquote": "quoted", "footnote": "note", "table_cell": "cell"}
_LEAVES = frozenset({"text", "code", "math", "superscript", "subscript"})
_UNSEEN = frozenset({"comment", "html", "footnote_ref", "task", "inline_note"})
_CONDITIONAL = regex(r"\b(?:content-(?:hidden|visible)|hidden)\b")


def paragraphs(document: Document, code: bool) -> tuple[Paragraph, ...]:
    """Every stretch that is sent, in reading order; empty for a post without text.

    `code` sends fenced code as it stands; without it, as always for formulas, HTML and constructs of other tools, a
    marker in brackets says what stands there.
    """
    hidden = [mark.span for mark in marks(document)]
    found: list[Paragraph] = []
    number = 0
    for kind, part in _parts(document, code):
        if isinstance(part, str):
            found.append(Paragraph(0, kind, part))
            continue
        text, starts, ends = _joined(_characters(part, hidden))
        if text:
            number += 1
            found.append(Paragraph(number, kind, text, starts, ends))
    return tuple(found)


def numbered(found: Iterable[Paragraph]) -> str:
    """The paragraphs as they are written in a request: `[3] text`, what is no prose without a number."""
    lines = []
    for one in found:
        kind = f"({one.kind}) " if one.kind != "paragraph" else ""
        lines.append(f"[{one.number}] {kind}{one.text}" if one.number else one.text)
    return "\n\n".join(lines)


def _parts(document: Document, code: bool) -> Iterator[tuple[str, tuple[Inline, ...] | str]]:
    """Kind and inlines of each run of prose, kind and text of everything else that is sent."""
    stack: list[tuple[Block, str]] = [(block, "paragraph") for block in reversed(document.blocks)]
    while stack:
        block, kind = stack.pop()
        own = _KINDS.get(block.kind, kind)
        if block.kind == "code":
            yield "code", _code(document, block, code)
        elif block.kind == "html":
            yield "marker", "[HTML]"
        elif block.kind == "opaque" and (not block.children or _is_hidden(block)):
            if not _is_hidden(block):
                yield "marker", "[an embedded part]"
        elif block.kind == "math":
            yield "marker", "[a formula]"
        else:
            if block.inlines:
                yield own, block.inlines
                for note in _notes(block.inlines):
                    yield "note", note.children
            below = kind if kind == "quoted" else own if own != "heading" else "paragraph"
            stack.extend((child, below) for child in reversed(block.children))


def _code(document: Document, block: Block, whole: bool) -> str:
    language = (block.info.strip().strip("{}").split() or ["text"])[0]
    if whole:
        return f"(code, {language})\n{block.text.rstrip()}"
    low, high = document.position(block.inner.start).line, document.position(block.inner.end).line
    lines = max(high - low, 1)
    return f"[code: {language}, {lines} line{'s' * (lines != 1)}]"


def _is_hidden(node: Block | Inline) -> bool:
    """Whether a construct of another tool has no place on a page, or only sometimes."""
    return hides(read_call(node.text)) or (node.name == "div" and bool(_CONDITIONAL.search(node.text)))


def _notes(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    stack = list(reversed(inlines))
    while stack:
        inline = stack.pop()
        if inline.kind == "inline_note":
            yield inline
        stack.extend(reversed(inline.children))


def _characters(inlines: tuple[Inline, ...], hidden: list[Span]) -> Iterator[tuple[str, int, int]]:
    """Each character that a reader sees with its start and end in the source; `hidden` in order, not overlapping."""
    stack = list(reversed(inlines))
    while stack:
        inline = stack.pop()
        start, end = inline.span
        if inline.kind in _UNSEEN or _lies_in(hidden, start):
            continue
        if inline.kind in ("soft_break", "hard_break"):
            yield " ", start, end
        elif inline.kind in ("image", "embed"):
            alt = " ".join(inline.plain().split())
            yield from _spread(f"[picture: {alt}]" if alt else "[picture]", start, end)
        elif inline.kind == "opaque" and (not inline.children or _is_hidden(inline)):
            if inline.name == "tag":
                yield from _spread(inline.text, start, end)
        elif inline.children:
            stack.extend(reversed(inline.children))
        elif inline.kind in _LEAVES or inline.text:
            inner = inline.inner if len(inline.text) == inline.inner.end - inline.inner.start else inline.span
            yield from _spread(inline.text, *inner)


def _spread(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Characters one by one on their source, or all on the whole of it where they are written otherwise there."""
    if len(text) == end - start:
        yield from ((char, at, at + 1) for at, char in enumerate(text, start))
    else:
        yield from ((char, start, end) for char in text)


def _lies_in(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _joined(characters: Iterable[tuple[str, int, int]]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The text on one line, white space as single spaces, none at its ends, with the place of each character."""
    kept: list[tuple[str, int, int]] = []
    for char, start, end in characters:
        if not char.isspace():
            kept.append((char, start, end))
        elif kept and kept[-1][0] != " ":
            kept.append((" ", start, end))
    if kept and kept[-1][0] == " ":
        kept.pop()
    return "".join(char for char, _, _ in kept), tuple(s for _, s, _ in kept), tuple(e for _, _, e in kept)
