"""Puts the constructs of dialects into the tree while it is built: what `scan.py` found before the parse, and what
is found in the text between other inlines."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

import pyromark
from pyromark import Options

from inkwright.model.document import Block, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.dialects.callouts import callout
from inkwright.text.dialects.construct import Construct
from inkwright.text.dialects.delimited import delimited, joined
from inkwright.text.dialects.divs import callout_kind
from inkwright.text.dialects.urls import Piece, addresses, labels
from inkwright.text.offsets import byte_to_char
from inkwright.text.scan import Found
from inkwright.text.tree import TreeBuilder

_NEEDLES = ("==", "^", "://", "www.", "WWW.", "@")
_TAG = regex(r"#(?=[A-Za-z0-9_\x80-\U0010ffff])")
"""What must stand in a text for anything to be found between inlines."""
_SUBSTITUTE = regex("[\U000f0000-\U0010fffd]")
_MAX_PAIRS = 60
_NO_URLS = frozenset({"link", "image", "wikilink", "embed"})


class DialectGrafts:
    """The grafts of one text. `found` holds its constructs, `spots` the offsets of needles in reading order."""

    def __init__(self, text: str, found: Found | None, spots: list[int]) -> None:
        self._text = text
        self._found = found if found is not None and (found.inline or found.lines) else None
        self._spots = spots
        tags = self._found.inline.values() if self._found else ()
        self._tags = sorted(construct.start for construct in tags)
        self._line_starts = sorted(self._found.lines) if self._found else []
        self._placed: set[int] = set()
        self.busy = bool(spots or self._tags)

    def text(self, start: int, end: int, decoded: str) -> list[Inline]:
        """The texts and constructs of a stretch; each substitute is one construct."""
        inlines: list[Inline] = []
        at = start
        met = False
        for match in _SUBSTITUTE.finditer(decoded) if self._found else ():
            construct = self._found.inline.get(match[0]) if self._found else None
            met = met or construct is not None
            if construct is None or construct.form == "literal":
                continue
            if at < construct.start:
                inlines.append(self._plain(at, construct.start))
            inlines.append(self._inline(construct))
            at = construct.end
        if not met:
            span = Span(start, end)
            return [Inline("text", span, span, decoded)]
        if at < end:
            inlines.append(self._plain(at, end))
        return inlines

    def rules(self, start: int, end: int) -> list[Block]:
        """The constructs that one thematic break stands for."""
        constructs = self._found.lines.get(start) if self._found else None
        if not constructs:
            return []
        self._placed.add(start)
        return [self._block(construct) for construct in constructs]

    def unplaced(self) -> list[int]:
        """The starts of constructs that were to fill lines but met no place where a break is read."""
        if self._found is None or len(self._placed) == len(self._found.lines):
            return []
        return [start for start in self._found.lines if start not in self._placed]

    def verbatim(self, start: int, end: int, decoded: str) -> str:
        """A piece of code or raw HTML with the source back in place of substitutes."""
        index = bisect_left(self._line_starts, start)
        if index == len(self._line_starts) or self._line_starts[index] >= end:
            return self.restore(decoded)
        self._placed.update(self._line_starts[index : bisect_left(self._line_starts, end)])
        return self._text[start:end].replace("\r\n", "\n").replace("\r", "\n")

    def restore(self, text: str) -> str:
        """A decoded text with sources in place of substitutes."""
        if self._found is None or text.isascii():
            return text
        return _SUBSTITUTE.sub(self._source, text)

    def inlines(self, inlines: list[Inline], start: int, end: int) -> list[Inline]:
        """Tags paired, then highlights, notes, addresses, tags and block ids found in what is text."""
        if self._tags and _holds(self._tags, start, end):
            inlines = _paired_inlines(joined(inlines, self._text))
        if not _holds(self._spots, start, end) or not self._in_text(inlines):
            return inlines
        inlines = self._each_delimited(inlines)
        return self._with_addresses(inlines, True)

    def blocks(self, blocks: list[Block]) -> list[Block]:
        """What stands between an opening and a closing construct put below it; admonitions made callouts."""
        if self._found is None or not self._found.lines:
            return blocks
        return paired(blocks, self._text)

    def finish(self, block: Block) -> Block:
        """Callout marks of blockquotes; ids and attributes that stand at the end of a heading."""
        if block.kind == "blockquote":
            return callout(block, self._text)
        return self._heading(block)

    def _heading(self, block: Block) -> Block:
        last = block.inlines[-1] if block.inlines else None
        attrs = block.attrs
        inlines = block.inlines
        if last is None:
            return block
        if last.kind == "wikilink" and last.span.start and not self._text[last.span.start - 1].isspace():
            attrs = (*attrs, ("id", last.target))
            opaque = Inline("opaque", last.span, last.inner, self._text[slice(*last.span)], last.target, name="anchor")
            inlines = (*inlines[:-1], opaque)
        elif last.kind == "opaque" and last.name == "attributes":
            attrs = (*attrs, *last.attrs)
        else:
            return block
        return Block("heading", block.span, block.inner, block.level, attrs=attrs, inlines=inlines)

    def _source(self, match: re.Match[str]) -> str:
        construct = self._found.inline.get(match[0]) if self._found else None
        return match[0] if construct is None else self._text[construct.start : construct.end]

    def _plain(self, start: int, end: int) -> Inline:
        span = Span(start, end)
        return Inline("text", span, span, self._text[start:end])

    def _inline(self, construct: Construct) -> Inline:
        span = Span(construct.start, construct.end)
        inner = Span(*construct.inner) if construct.inner != (0, 0) else span
        if construct.kind == "comment":
            return Inline("comment", span, inner, self._text[inner.start : inner.end])
        if construct.kind == "code":
            return Inline("code", span, inner, self._text[inner.start : inner.end], name=construct.name)
        if construct.kind == "math":
            return Inline("math", span, inner, self._text[inner.start : inner.end], name=construct.info)
        role = {"open": "+", "close": "-"}.get(construct.role, "")
        return Inline(
            "opaque", span, inner, self._text[span.start : span.end], construct.info, role, construct.name,
            attrs=construct.attrs,
        )  # fmt: skip

    def _block(self, construct: Construct) -> Block:
        span = Span(construct.start, construct.end)
        inner = Span(*construct.inner) if construct.inner != (0, 0) else span
        attrs, info, name = construct.attrs, construct.info, construct.name
        if construct.kind == "comment":
            return Block("comment", span, inner, text=self._text[inner.start : inner.end])
        if construct.kind == "code":
            code = self._text[inner.start : inner.end].replace("\r\n", "\n").removeprefix("\n")
            return Block("code", span, inner, info=info, name=name, attrs=attrs, text=code)
        level = {"open": 1, "close": -1}.get(construct.role, 0)
        text = self._text[span.start : span.end]
        return Block("opaque", span, inner, level, info=info, name=name, text=text, attrs=attrs)

    def _in_text(self, inlines: Iterable[Inline]) -> bool:
        """Whether a needle stands in text: most stand in the destinations of links."""
        for inline in inlines:
            if inline.kind == "text":
                if _holds(self._spots, *inline.span):
                    return True
            elif inline.children and self._in_text(inline.children):
                return True
        return False

    def _each_delimited(self, inlines: list[Inline]) -> list[Inline]:
        """Highlights and notes at this level and below."""
        inlines = [
            _with_children(inline, tuple(self._each_delimited(list(inline.children)))) if inline.children else inline
            for inline in inlines
        ]
        return delimited(inlines, self._text)

    def _with_addresses(self, inlines: list[Inline], outermost: bool) -> list[Inline]:
        """Addresses, tags and block ids in every run of text that is no link's."""
        made: list[Inline] = []
        run: list[Inline] = []
        for inline in inlines:
            if inline.kind == "text" and (not run or inline.span.start - run[-1].span.end <= 1):
                run.append(inline)
                continue
            if run:
                made += self._in_run(run, False)
                run = []
            if inline.kind == "text":
                run.append(inline)
                continue
            if inline.children and inline.kind not in _NO_URLS:
                inline = _with_children(inline, tuple(self._with_addresses(list(inline.children), False)))
            made.append(inline)
        return made + self._in_run(run, outermost) if run else made

    def _in_run(self, run: list[Inline], last: bool) -> list[Inline]:
        start, end = run[0].span.start, run[-1].span.end
        if not _holds(self._spots, start, end):
            return run
        source = self._text[start:end]
        pieces = list(addresses(source, start))
        if "#" in source or "^" in source:
            escaped = self._text[max(start - 1, 0) : start] == "\\"
            pieces += labels(f"\\{source}", start - 1, last) if escaped else labels(source, start, last)
            pieces.sort(key=lambda piece: piece[0])
        return _cut(run, pieces, self._text) if pieces else run


def spots(text: str, start: int) -> list[int]:
    """The offsets from `start` on, in reading order, at which something may be found between inlines.

    A heading mark or a number sign on its own is left out.
    """
    found: list[int] = []
    for needle in _NEEDLES:
        at = text.find(needle, start)
        while at >= 0:
            found.append(at)
            at = text.find(needle, at + 1)
    found += [tag.start() for tag in _TAG.finditer(text, start)]
    found.sort()
    return found


def _holds(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of some sorted offsets lies between two."""
    index = bisect_left(offsets, start)
    return index < len(offsets) and offsets[index] < end


def _with_children(inline: Inline, children: tuple[Inline, ...]) -> Inline:
    if children == inline.children:
        return inline
    return Inline(
        inline.kind, inline.span, inline.inner, inline.text, inline.target, inline.title, inline.name, children,
        inline.attrs,
    )  # fmt: skip


def _cut(run: list[Inline], pieces: list[Piece], source: str) -> list[Inline]:
    """A run of texts with pieces in place of the characters that they cover."""
    made: list[Inline] = []
    index = 0
    done = run[0].span.start
    for text in run:
        start, end = text.span
        at = max(start, done)
        while index < len(pieces) and pieces[index][0] < end:
            first, last, inline = pieces[index]
            index += 1
            if first < done:
                continue
            if at < first:
                span = Span(at, first)
                made.append(Inline("text", span, span, source[at:first]))
            made.append(inline)
            done = last
            at = max(at, last)
        if at == start:
            made.append(text)
        elif at < end:
            span = Span(at, end)
            made.append(Inline("text", span, span, source[at:end]))
    return made


def _paired_inlines(inlines: list[Inline]) -> list[Inline]:
    made: list[Inline] = []
    opened: list[int] = []
    waiting: dict[tuple[str, str], int] = {}
    for inline in inlines:
        key = (inline.name, inline.target)
        if inline.kind != "opaque" or not inline.title:
            made.append(inline)
        elif inline.title == "+":
            if len(opened) < _MAX_PAIRS:
                opened.append(len(made))
                waiting[key] = waiting.get(key, 0) + 1
            made.append(inline)
        elif waiting.get(key):
            while True:
                place = opened.pop()
                first = made[place]
                waiting[first.name, first.target] -= 1
                if (first.name, first.target) == key:
                    break
            children = tuple(made[place + 1 :])
            del made[place:]
            span = Span(first.span.start, inline.span.end)
            inner = Span(first.span.end, inline.span.start)
            made.append(Inline("opaque", span, inner, first.text, first.target, "", first.name, children, first.attrs))
        else:
            made.append(inline)
    return [_without_role(inline) if inline.kind == "opaque" and inline.title else inline for inline in made]


def _without_role(inline: Inline) -> Inline:
    return Inline(
        "opaque", inline.span, inline.inner, inline.text, inline.target, "", inline.name, inline.children, inline.attrs
    )


def paired(blocks: Sequence[Block], source: str) -> list[Block]:
    """What stands between an opening and a closing construct of a text put below it."""
    made: list[Block] = []
    opened: list[int] = []
    waiting: dict[tuple[str, str], int] = {}
    for block in blocks:
        if block.kind != "opaque" or not block.level or block.children:
            made.append(block)
            continue
        key = (block.name, "" if block.name == "div" else block.info)
        if block.level > 0:
            if len(opened) < _MAX_PAIRS:
                opened.append(len(made))
                waiting[key] = waiting.get(key, 0) + 1
            made.append(block)
        elif waiting.get(key):
            while True:
                place = opened.pop()
                first = made[place]
                own = (first.name, "" if first.name == "div" else first.info)
                waiting[own] -= 1
                if own == key:
                    break
            children = tuple(made[place + 1 :])
            del made[place:]
            made.append(_holder(first, block, children, source))
        else:
            made.append(block)
    return [
        Block("opaque", block.span, block.inner, info=block.info, name=block.name, text=block.text, attrs=block.attrs)
        if block.kind == "opaque" and block.level and not block.children
        else block
        for block in made
    ]


def _title(source: str, start: int, end: int) -> tuple[Inline, ...]:
    """The inlines of a title that stands between two offsets."""
    title = source[start:end]
    events: Any = pyromark.events_with_range(title, options=Options.ENABLE_STRIKETHROUGH)
    blocks = TreeBuilder(source, byte_to_char(title, start), []).build(events)
    if len(blocks) == 1 and blocks[0].kind == "paragraph":
        return blocks[0].inlines
    span = Span(start, end)
    return (Inline("text", span, span, title),)


def _holder(first: Block, last: Block, children: tuple[Block, ...], source: str) -> Block:
    """An opening and a closing construct with what stands between them."""
    span = Span(first.span.start, last.span.end)
    inner = Span(first.span.end, last.span.start)
    kind = callout_kind(first.info) if first.name == "div" else ""
    if kind:
        title = next((value for key, value in first.attrs if key == "title"), "")
        at = source.find(title, first.span.start, first.span.end) if title else -1
        inlines = _title(source, at, at + len(title)) if at >= 0 else ()
        folded = next((value for key, value in first.attrs if key == "collapse"), "")
        fold = (("fold", "+" if folded == "false" else "-"),) if folded else ()
        attrs = (*first.attrs, *fold)
        return Block("callout", span, inner, info=title, name=kind, attrs=attrs, children=children, inlines=inlines)
    return Block(
        "opaque", span, inner, info=first.info, name=first.name, text=first.text, attrs=first.attrs, children=children
    )
