"""The event stream of the Markdown library, with byte ranges, made into our tree of blocks and inlines.

What plain CommonMark and GFM know is made here; constructs of other dialects come in through `grafts.Grafts`.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from inkwright.model.document import Block, BlockKind, Inline, InlineKind
from inkwright.model.span import Span
from inkwright.text.grafts import Grafts
from inkwright.text.nodes import make_span
from inkwright.text.reach import around, reach, with_strays, without_end

Event = tuple[Any, dict[str, int]]
MAX_NESTING = 100
"""Containers inside containers; what lies deeper is kept, its containers are not. Nobody writes so; recursion over
the tree stays safe."""

_BLOCKS: dict[str, BlockKind] = {
    "Paragraph": "paragraph", "Heading": "heading", "BlockQuote": "blockquote", "CodeBlock": "code",
    "HtmlBlock": "html", "List": "list", "Item": "item", "FootnoteDefinition": "footnote", "Table": "table",
    "TableHead": "table_head", "TableRow": "table_row", "TableCell": "table_cell",
    "DefinitionList": "definition_list", "DefinitionListTitle": "definition_term",
    "DefinitionListDefinition": "definition_detail",
}  # fmt: skip
_INLINES: dict[str, tuple[InlineKind, int]] = {
    "Emphasis": ("emphasis", 1), "Strong": ("strong", 2), "Strikethrough": ("strikethrough", 2),
    "Superscript": ("superscript", 1), "Subscript": ("subscript", 1), "Link": ("link", 1), "Image": ("image", 2),
}  # fmt: skip
_LINK_STYLES = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}
_CONTAINERS = frozenset({"blockquote", "list", "item", "footnote", "definition_list", "definition_detail"})
_PARTS = frozenset({"item", "definition_term", "definition_detail"})
_LOOSE = frozenset({"item", "footnote", "definition_detail", "blockquote"})
_TAKES_DEFINITIONS = frozenset({"definition_list", "item", "footnote", "definition_detail", "blockquote"})
_BLANK = " \t\r\n"


class _Open:
    """A block or inline whose end has not been met."""

    __slots__ = ("blocks", "detail", "inlines", "kind", "marks", "name", "start", "text")

    def __init__(self, name: str, kind: str, marks: int, detail: Any, start: int) -> None:
        self.name = name
        self.kind = kind
        self.marks = marks
        self.detail = detail
        self.start = start
        self.blocks: list[Block] = []
        self.inlines: list[Inline] = []
        self.text: list[str] | None = None  # of code and raw HTML alone: most never hold any


class TreeBuilder:
    """Builds blocks from events.

    `to_char` maps the library's byte offsets to characters of `text`. `definitions` are link definitions in reading
    order; they are put where they were written. `grafts` is None for a text without dialect constructs. `torn` tells
    after `build` whether blocks overlap, which the library's ranges of definition lists can make them do.
    """

    def __init__(
        self, text: str, to_char: Callable[[int], int], definitions: list[Block], grafts: Grafts | None = None
    ) -> None:
        self._text = text
        self._to_char = to_char
        self._definitions = definitions
        self._grafts = grafts
        self._graft_inlines = grafts.inlines if grafts is not None and grafts.busy else None
        self._stack: list[_Open] = [_Open("", "root", 0, None, 0)]
        self._nesting = 0
        self.torn = False
        self._ends: dict[str, Callable[[_Open, int, int], Block]] = {
            "heading": self._heading, "code": self._code, "html": self._html, "list": self._list, "table": self._table,
            "blockquote": self._quote, "table_cell": self._cell, "paragraph": self._paragraph,
        }  # fmt: skip

    def build(self, events: Iterable[Event]) -> tuple[Block, ...]:
        """All top-level blocks, in reading order, their tags not paired; empty for an empty text."""
        to_char = self._to_char
        stack = self._stack
        top = stack[-1]
        text_start = text_end = -1
        byte = char = -1  # the end of the event before, which is where most events start
        rest = iter(events)
        ahead: list[Event] = []  # what of a row was read and not taken
        while True:
            for event, place in chain(ahead, rest):
                if event.__class__ is str:
                    name, detail = event, ""
                else:
                    ((name, detail),) = event.items()
                if name == "End":
                    if text_end > 0:
                        self._literal(top, text_start, text_end)
                        text_end = -1
                    last = place["end"]
                    if last != byte:
                        byte, char = last, to_char(last)
                    self._close(char, detail)
                    top = stack[-1]
                    continue
                first = place["start"]
                start = char if first == byte else to_char(first)
                if name == "Start":
                    if text_end > 0:
                        self._literal(top, text_start, text_end)
                        text_end = -1
                    if detail == "TableRow" and self._graft_inlines is None:
                        ahead = self._row(rest, start)
                        top = stack[-1]
                        if ahead:
                            break
                        continue
                    top = self._open(detail, start)
                    continue
                byte = place["end"]
                end = char = to_char(byte)
                if name == "Text" and len(detail) == end - start and detail and top.marks >= 0:
                    if start == text_end:
                        text_end = end
                        continue
                    if text_end > 0:
                        self._literal(top, text_start, text_end)
                    text_start, text_end = start, end
                    continue
                if text_end > 0:
                    self._literal(top, text_start, text_end)
                    text_end = -1
                if top.marks < 0:
                    self._verbatim(top, detail, start, end)
                else:
                    self._atom(top, name, detail, make_span((start, end)))
            else:
                break
        return tuple(self._with_definitions(stack[0].blocks, 0, len(self._text) + 1))

    def _row(self, events: Iterator[Event], start: int) -> list[Event]:
        """A row of a table up to its end, or up to a cell that holds more than plain text: what was read of that one
        comes back. Large tables are nothing but such rows."""
        to_char = self._to_char
        cells: list[Block] = []
        for event, place in events:
            if "End" in event:
                span = around(start, self._last(start, to_char(place["end"])), cells)
                self._put(self._stack[-1], Block("table_row", span, reach(cells, span), children=tuple(cells)))
                break
            begin, end = to_char(place["start"]), to_char(place["end"])
            inlines: tuple[Inline, ...] = ()
            first = next(events)
            if "End" not in first[0]:
                ahead = [first]
                if "Text" in first[0] and first[0].__class__ is dict:
                    at, said = first[1], first[0]["Text"]
                    span = make_span((to_char(at["start"]), to_char(at["end"])))
                    ahead.append(next(events))
                    if said and len(said) == span.end - span.start and "End" in ahead[1][0]:
                        inlines = (Inline("text", span, span, self._text[span.start : span.end]),)
                if not inlines:
                    self._open("TableRow", start).blocks += cells
                    self._open("TableCell", begin)
                    return ahead
            cells.append(self._placed_cell(start, begin, end, inlines))
        return []

    def _literal(self, top: _Open, start: int, end: int) -> None:
        """A stretch of text that needs no decoding."""
        span = make_span((start, end))
        top.inlines.append(Inline("text", span, span, self._text[start:end]))

    def _open(self, detail: Any, start: int) -> _Open:
        """What holds what comes now: a container that is nested too deep leaves its content to its parent, which then
        stands on the stack once more."""
        if detail.__class__ is str:
            name, inside = detail, None
        else:
            ((name, inside),) = detail.items()
        stack = self._stack
        parent = stack[-1]
        kind: str | None = _BLOCKS.get(name)
        if kind is None:
            (kind, marks), nests = _INLINES[name], True
        else:
            if parent.inlines:
                self._wrap_loose(parent)
            marks, nests = -1 if kind == "code" or kind == "html" else 0, kind in _CONTAINERS
        if nests:
            if parent in stack[-2:-1] if kind in _PARTS else self._nesting >= MAX_NESTING:
                stack.append(parent)
                return parent
            self._nesting += 1
        opened = _Open(name, kind, marks, inside, start)
        stack.append(opened)
        return opened

    def _close(self, end: int, detail: Any) -> None:
        opened = self._stack.pop()
        parent = self._stack[-1]
        if opened is parent:
            if opened.inlines and (detail.__class__ is not str or detail not in _INLINES):
                self._wrap_loose(opened)
            return
        if opened.name in _INLINES:
            self._nesting -= 1
            parent.inlines.append(self._inline(opened, end))
            return
        if opened.kind in _CONTAINERS:
            self._nesting -= 1
        if opened.inlines and opened.kind in _LOOSE:
            self._wrap_loose(opened)
        start = opened.start
        self._put(parent, self._block(opened, start, self._last(start, end)))

    def _last(self, start: int, end: int) -> int:
        """Where a stretch ends but for the white space at its end."""
        text = self._text
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        return end

    def _put(self, holder: _Open, block: Block) -> None:
        """Take a block into what holds it."""
        siblings = holder.blocks
        if siblings and siblings[-1].span.end > block.span.start:
            self.torn = True
        siblings.append(block)

    def _wrap_loose(self, holder: _Open) -> None:
        """Put the inlines that a tight item holds directly into a tight paragraph."""
        inlines = self._refined(holder.inlines)
        holder.inlines = []
        span = Span(inlines[0].span.start, inlines[-1].span.end)
        holder.blocks.append(Block("paragraph", span, span, tight=True, inlines=tuple(inlines)))

    def _refined(self, inlines: list[Inline]) -> list[Inline]:
        if self._graft_inlines is None or not inlines:
            return inlines
        return self._graft_inlines(inlines, inlines[0].span.start, inlines[-1].span.end)

    def _settled(self, opened: _Open, start: int, end: int) -> list[Block]:
        """The child blocks of a container, with the definitions written in it and tags paired."""
        blocks = opened.blocks
        if self._definitions:
            blocks = self._with_definitions(blocks, start, end)
        return self._grafts.blocks(blocks) if self._grafts is not None else blocks

    def _with_definitions(self, blocks: list[Block], start: int, end: int) -> list[Block]:
        pending = self._definitions
        first = bisect_left(pending, start, key=lambda block: block.span.start)
        last = bisect_left(pending, end, lo=first, key=lambda block: block.span.start)
        if first == last:
            return blocks
        own = pending[first:last]
        del pending[first:last]
        return sorted((*blocks, *own), key=lambda block: block.span)

    def _block(self, opened: _Open, start: int, end: int) -> Block:
        kind = opened.kind
        special = self._ends.get(kind)
        if special is not None:
            return special(opened, start, end)
        if kind == "definition_list" and opened.blocks:
            end = opened.blocks[-1].span.end  # the library's range reaches into what follows
        if kind in _TAKES_DEFINITIONS:
            opened.blocks = self._settled(opened, start, end)
        children = tuple(opened.blocks)
        inlines = tuple(self._refined(opened.inlines))
        span = around(start, end, children or inlines)
        name = opened.detail if kind == "footnote" else ""
        inner = reach(children or inlines, span)
        return Block(kind, span, inner, name=name, children=children, inlines=inlines)  # type: ignore[arg-type]

    def _paragraph(self, opened: _Open, start: int, end: int) -> Block:
        inlines = self._refined(opened.inlines)
        span = around(start, end, inlines)
        return Block("paragraph", span, reach(inlines, span), inlines=tuple(inlines))

    def _heading(self, opened: _Open, start: int, end: int) -> Block:
        detail = opened.detail
        attrs = self._heading_attrs(detail) if detail["id"] or detail["classes"] or detail["attrs"] else ()
        inlines = self._refined(opened.inlines)
        if inlines and inlines[-1].span.end > end:
            inlines = without_end(inlines, end, self._text)
        span = around(start, end, inlines)
        inner = reach(inlines, span) if inlines else make_span((span.end, span.end))
        block = Block("heading", span, inner, int(detail["level"][1]), attrs=attrs, inlines=tuple(inlines))
        return self._grafts.finish(block) if self._grafts is not None else block

    def _heading_attrs(self, detail: Any) -> tuple[tuple[str, str], ...]:
        restore = self._grafts.restore if self._grafts is not None else str
        attrs = [("class", restore(name)) for name in detail["classes"]]
        attrs += [("id", restore(detail["id"]))] if detail["id"] else []
        return (*attrs, *((key, restore(value or "")) for key, value in detail["attrs"]))

    def _list(self, opened: _Open, start: int, end: int) -> Block:
        blocks = opened.blocks
        if self._definitions and blocks:
            blocks = with_strays(self._with_definitions(blocks, start, blocks[-1].span.end))
        children = tuple(blocks)
        loose = any(part.kind == "paragraph" and not part.tight for item in children for part in item.children)
        level = -1 if opened.detail is None else opened.detail
        span = reach(children, make_span((start, end)))
        return Block("list", span, span, level=level, tight=not loose, children=children)

    def _table(self, opened: _Open, start: int, end: int) -> Block:
        attrs = tuple(("align", "" if align == "None" else align.lower()) for align in opened.detail)
        children = tuple(opened.blocks)
        span = around(start, end, children)
        return Block("table", span, reach(children, span), attrs=attrs, children=children)

    def _cell(self, opened: _Open, start: int, end: int) -> Block:
        return self._placed_cell(self._stack[-1].start, start, end, tuple(self._refined(opened.inlines)))

    def _placed_cell(self, row: int, start: int, end: int, inlines: tuple[Inline, ...]) -> Block:
        """A cell of a row that starts at `row`, without the white space around it."""
        text = self._text
        end = self._last(start, end)
        while start < end and text[start] in _BLANK:
            start += 1
        if start == end:  # a cell that the row lacks: it stands where the row ends
            start = end = self._last(row, start)
        span = make_span((start, end))
        return Block("table_cell", span, span, 0, "", "", "", (), False, (), inlines)

    def _quote(self, opened: _Open, start: int, end: int) -> Block:
        children = tuple(self._settled(opened, start, end))
        span = around(start, end, children)
        inner = reach(children, span)
        if opened.detail:
            return Block("callout", span, inner, name=opened.detail.lower(), children=children)
        block = Block("blockquote", span, inner, children=children)
        return self._grafts.finish(block) if self._grafts is not None else block

    def _verbatim(self, opened: _Open, detail: Any, start: int, end: int) -> None:
        """A piece of code or raw HTML; what was substituted in it comes back as written."""
        if self._grafts is not None and len(detail) != end - start:
            detail = self._grafts.verbatim(start, end, detail)
        if opened.text is None:
            opened.text = []
        opened.text.append(detail)
        if not opened.inlines or end > start:
            span = Span(start, end)
            opened.inlines[1:] = [Inline("text", span, span)]

    def _code(self, opened: _Open, start: int, end: int) -> Block:
        span = make_span((start, end))
        code = "".join(opened.text or ())
        pieces = opened.inlines
        if pieces:
            inner = Span(min(pieces[0].span.start, span.end), min(pieces[-1].span.end, span.end))
        else:
            line_end = self._text.find("\n", span.start, span.end) + 1 or span.end
            inner = Span(line_end, line_end)
        if opened.detail.__class__ is dict:
            info = opened.detail["Fenced"]
            if self._grafts is not None:
                info = self._grafts.restore(info)
            return Block("code", span, inner, info=info, name="fenced", text=code)
        return Block("code", span, inner, name="indented", text=code)

    def _html(self, opened: _Open, start: int, end: int) -> Block:
        span = make_span((start, end))
        html = "".join(opened.text or ())
        bare = html.strip()
        if bare.startswith("<!--") and bare.endswith("-->") and bare.find("-->", 2) == len(bare) - 3:
            start = min(span.start + 4, span.end)
            return Block("comment", span, Span(start, max(start, span.end - 3)), text=bare[4:-3])
        return Block("html", span, span, text=html)

    def _inline(self, opened: _Open, end: int) -> Inline:
        start = opened.start
        if opened.name == "Link" or opened.name == "Image":
            return self._link(opened, start, end)
        marks = opened.marks
        if opened.kind == "strikethrough" and not self._text.startswith("~~", start):
            marks = 1
        span = make_span((start, end))
        inner = make_span((start + marks, end - marks))
        return Inline(opened.kind, span, inner, children=tuple(opened.inlines))  # type: ignore[arg-type]

    def _link(self, opened: _Open, start: int, end: int) -> Inline:
        detail = opened.detail
        style = detail["link_type"]
        target, title = detail["dest_url"], detail["title"]
        if self._grafts is not None:
            target, title = self._grafts.restore(target), self._grafts.restore(title)
        if style.__class__ is dict:
            return self._wikilink(opened, Span(start, end), target, style["WikiLink"]["has_pothole"])
        if style == "Collapsed" and self._text.startswith("[]", end):
            end += 2
        children = tuple(opened.inlines)
        inner_start = start + opened.marks
        inner = make_span((inner_start, children[-1].span.end if children else inner_start))
        if style == "Email":
            target = "mailto:" + target
        kind: InlineKind = "image" if opened.name == "Image" else "link"
        name = _LINK_STYLES.get(style, "reference")
        return Inline(kind, make_span((start, end)), inner, "", target, title, name, children)

    def _wikilink(self, opened: _Open, span: Span, target: str, labelled: bool) -> Inline:
        kind: InlineKind = "embed" if opened.name == "Image" else "wikilink"
        inner = Span(span.start + opened.marks + 1, span.end - 2)
        label = "".join(child.plain() for child in opened.inlines) if labelled else ""
        target = target.removesuffix("\\") if labelled else target
        children = () if kind == "embed" else tuple(opened.inlines)
        return Inline(kind, span, inner, label or target, target, label, children=children)

    def _atom(self, top: _Open, name: str, detail: Any, span: Span) -> None:
        start, end = span
        if name == "SoftBreak":
            top.inlines.append(Inline("soft_break", span, span, "\n"))
        elif name == "Text":
            if not detail:
                return
            if self._grafts is not None and end - start > 1 and len(detail) < end - start:
                top.inlines += self._grafts.text(start, end, detail)
            else:
                top.inlines.append(Inline("text", span, span, detail))
        elif name == "Rule":
            self._rule(top, start, end)
        else:
            top.inlines.append(self._leaf(name, detail, start, end))

    def _rule(self, top: _Open, start: int, end: int) -> None:
        if top.inlines:
            self._wrap_loose(top)
        while end > start and self._text[end - 1] in _BLANK:
            end -= 1
        stands_for = self._grafts.rules(start, end) if self._grafts is not None else []
        span = Span(start, end)
        top.blocks += stands_for or [Block("thematic_break", span, span)]

    def _leaf(self, name: str, detail: Any, start: int, end: int) -> Inline:
        span = make_span((start, end))
        if self._grafts is not None and detail.__class__ is str:
            detail = self._grafts.restore(detail)
        if name == "Code":
            ticks = 1
            while self._text.startswith("`", start + ticks):
                ticks += 1
            return Inline("code", span, Span(start + ticks, end - ticks), detail)
        if name == "HardBreak":
            return Inline("hard_break", span, span, "\n")
        if name == "InlineMath":
            return Inline("math", span, Span(start + 1, end - 1), detail)
        if name == "DisplayMath":
            return Inline("math", span, Span(start + 2, end - 2), detail, name="display")
        if name == "FootnoteReference":
            return Inline("footnote_ref", span, Span(start + 2, end - 1), target=detail)
        if name == "TaskListMarker":
            return Inline("task", span, Span(start + 1, end - 1), target="x" if detail else " ")
        if detail.startswith("<!--"):
            inner_start = min(start + 4, end)
            return Inline("comment", span, Span(inner_start, max(inner_start, end - 3)), detail[4:-3])
        return Inline("html", span, span, detail)
