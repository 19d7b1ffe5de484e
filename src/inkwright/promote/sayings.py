"""The sentences of a post that can be quoted elsewhere, as a reader reads them. What they are worth is `score.py`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from inkwright.model.document import Block, Document, Inline, Passage
from inkwright.model.promotion import Saying
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.promote.standing import follows, quotable, stands_alone, whole
from inkwright.promote.verbs import has_verb
from inkwright.text.citations import references
from inkwright.text.keyed_citations import read_citation
from inkwright.text.prose import passages
from inkwright.text.sentences import sentences

_RUNNING = frozenset({"paragraph", "item"})
_SILENT = frozenset({"html", "comment", "footnote_ref", "inline_note", "task"})
_GONE = "\ue003"
"""Stands for something that a sentence cannot do without and that no other place can show: a formula, a picture."""
SIDE_SECTION = regex(
    r"\W*(?:references|bibliography|further reading|links|resources|acknowledge?ments?|thanks|about the author|"
    r"changelog|footnotes|contributors|get involved|join (?:us|the)|credits|what'?s next|next steps|see also)\b",
    re.I,
)
"""Headings below which stands nothing that a post is about."""
DESCRIPTION = "description"
"""The key of the front matter that says to everybody what a post is about."""
_LABEL = regex(r"[^.!?:]{2,60}[:.]\s(?=[A-Z\d])")
"""Bold words at the head of a paragraph that name it."""
_OPENS = regex(r"(?:The|An?|This|We|You|I|Our|It|In|When|If|With|Each|All|By|To|v\d[\w.]*)\s")
"""How a sentence begins behind such words where no mark parts them."""
_SMALL = regex(r"(?<![\w-])[a-z][\w.]*(?:-\w+)*")
_TITLE = regex(r"[A-Z0-9][\w.-]*(?:\s[A-Z0-9][\w.-]*){0,4}\s?")
_TITLE_ENDS = 60
"""Characters up to which a line may be a title."""
_SPACES = regex(r"\s+")
_BEFORE_MARK = regex(r"\s+([,.;:!?)\]]+)(?=[\s\"'”’]|\Z)")
_Piece = tuple[int, int, str]


def sayings(document: Document, doubtful: bool = False) -> tuple[Saying, ...]:
    """Every sentence of the prose that may be quoted, in reading order; empty for a post without any.

    Left out are quotations, tables, notes, boxes, headings, sentences with formulas or pictures in them, and those
    that point at something which only the post shows. `doubtful` gives these last ones too, and any that leans on the
    one before: for whoever has the post at hand.
    """
    cited = sorted(one.span for one in references(document).citations)
    boxed = [block.span for block in document.of_kind("callout")]
    names = _small_names(document)
    found = list(_described(document))
    length = max(len(document.text), 1)
    above = _Above(document)
    for at, passage in enumerate(passages(document)):
        titles = above.of(passage.span.start)
        if passage.kind not in _RUNNING or _inside(passage.span, boxed) or any(map(SIDE_SECTION.match, titles)):
            continue
        found += _of(document, passage, at, titles[-1] if titles else "", length, cited, names, doubtful)
    return tuple(found)


class _Above:
    """The titles of the headings that a place stands under, asked for in reading order, without the post's own."""

    def __init__(self, document: Document) -> None:
        self._left = document.of_kind("heading")[::-1]
        self._open: list[tuple[int, str]] = []

    def of(self, at: int) -> list[str]:
        """The titles above an offset, the outermost first."""
        while self._left and self._left[-1].span.start < at:
            heading = self._left.pop()
            while self._open and self._open[-1][0] >= heading.level:
                self._open.pop()
            self._open.append((heading.level, " ".join(heading.plain().split())))
        return [title for level, title in self._open if level > 1]


def _of(
    document: Document,
    passage: Passage,
    at: int,
    heading: str,
    length: int,
    cited: Sequence[Span],
    names: Collection[str],
    doubtful: bool,
) -> Iterator[Saying]:
    pieces = list(_pieces(document, passage.block.inlines, cited))
    ends = [end for _, end, _ in pieces]
    codes = [inline.span.start for inline in passage.block.walk_inlines() if inline.kind == "code"]
    for order, span in enumerate(passage.sentences):
        if order == 0 and _titled(passage.block):
            continue
        text = _said(pieces, ends, span)
        label = _label(text, passage.block) if order == 0 else 0
        text = text[label:]
        fits = bool(text) and quotable(text, passage.kind == "item" or label > 0, names)
        if fits or (doubtful and whole(text)):
            alone = fits and stands_alone(text)
            if alone or doubtful or (order and follows(text)):
                code = bisect_left(codes, span.end) - bisect_left(codes, span.start)
                yield Saying(text, span, at, order, heading, span.start / length, code, alone)


def top_heading(document: Document) -> str:
    """The heading on top of a post, where its title may stand; "" without one."""
    return next((" ".join(one.plain().split()) for one in document.of_kind("heading") if one.level == 1), "")


def _small_names(document: Document) -> frozenset[str]:
    """The words of the title in small letters: a sentence may begin with one of them, if it is a name."""
    title = str(document.front_matter.data.get("title") or top_heading(document))
    return frozenset(word for word in _SMALL.findall(title) if len(word) > 2)


def _label(text: str, block: Block) -> int:
    """Where a paragraph begins behind the bold words at its head that name it; 0 without any."""
    first = block.inlines[0]
    if first.kind != "strong":
        return 0
    if found := _LABEL.match(text):
        return found.end()
    bold = " ".join(first.plain().split())
    after = text[len(bold) :].lstrip()
    named = " " in bold and text.startswith(bold) and _OPENS.match(after) and not has_verb(bold)
    return len(text) - len(after) if named else 0


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
    line = first[0].plain() if first[0].kind == "text" else ""
    return first[0].kind in ("strong", "emphasis") or (len(line) <= _TITLE_ENDS and bool(_TITLE.fullmatch(line)))


def _said(pieces: Sequence[_Piece], ends: Sequence[int], span: Span) -> str:
    """What a reader reads of a sentence; "" when it holds something that cannot be quoted. `ends` are those of the
    pieces."""
    said: list[str] = []
    for start, end, text in pieces[bisect_right(ends, span.start) :]:
        if start >= span.end:
            break
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
        for span in cited[bisect_left(cited, (start, start)) : bisect_left(cited, (end, end))]:
            if span.end <= end:
                yield at, span.start, text[at - start : span.start - start].rstrip(" ")
                at = span.end
    yield at, end, text[at - start :]


def _opaque(document: Document, inline: Inline) -> str:
    if inline.name == "attributes":
        return ""
    return "" if inline.name == "citation" and read_citation(document, inline).bracketed else _GONE


def _inside(span: Span, boxes: Sequence[Span]) -> bool:
    return any(box.start <= span.start and span.end <= box.end for box in boxes)
