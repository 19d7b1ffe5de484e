"""The event stream of the Markdown library, with byte ranges, made into our tree of blocks and inlines."""

from collections.abc import Callable, Iterable
from typing import Any

from inkwright.model.document import Block, Inline, InlineKind
from inkwright.model.span import Span

Event = tuple[Any, dict[str, int]]

_BLOCK_KINDS: dict[str, str] = {
    "Paragraph": "paragraph", "Heading": "heading", "BlockQuote": "blockquote", "CodeBlock": "code",
    "HtmlBlock": "html", "List": "list", "Item": "item", "FootnoteDefinition": "footnote", "Table": "table",
    "TableHead": "table_head", "TableRow": "table_row", "TableCell": "table_cell",
    "DefinitionList": "definition_list", "DefinitionListTitle": "definition_term",
    "DefinitionListDefinition": "definition_detail",
}  # fmt: skip
_INLINE_KINDS: dict[str, tuple[InlineKind, int]] = {
    "Emphasis": ("emphasis", 1), "Strong": ("strong", 2), "Strikethrough": ("strikethrough", 0),
    "Superscript": ("superscript", 1), "Subscript": ("subscript", 1), "Link": ("link", 1), "Image": ("image", 2),
}  # fmt: skip
_LINK_STYLES = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}
_HOLDS_LOOSE_INLINES = frozenset({"item", "footnote", "definition_detail", "blockquote"})


class _Open:
    """A block or inline whose end has not been met."""

    __slots__ = ("blocks", "detail", "inlines", "kind", "name", "start", "text")

    def __init__(self, name: str, kind: str, detail: Any, start: int) -> None:
        self.name = name
        self.kind = kind
        self.detail = detail
        self.start = start
        self.blocks: list[Block] = []
        self.inlines: list[Inline] = []
        self.text: list[str] = []


class TreeBuilder:
    """Builds blocks from events. `to_char` maps the library's byte offsets to characters of `text`."""

    def __init__(self, text: str, to_char: Callable[[int], int]) -> None:
        self._text = text
        self._to_char = to_char
        self._stack: list[_Open] = [_Open("", "root", None, 0)]

    def build(self, events: Iterable[Event]) -> tuple[Block, ...]:
        """All top-level blocks, in reading order; empty for an empty text."""
        to_char = self._to_char
        for event, place in events:
            start, end = to_char(place["start"]), to_char(place["end"])
            if isinstance(event, str):
                self._atom(event, None, start, end)
                continue
            ((name, detail),) = event.items()
            if name == "Start":
                self._open(detail, start)
            elif name == "End":
                self._close(end)
            else:
                self._atom(name, detail, start, end)
        return tuple(self._stack[0].blocks)

    def _open(self, detail: Any, start: int) -> None:
        if isinstance(detail, str):
            name, inside = detail, None
        else:
            ((name, inside),) = detail.items()
        kind = _BLOCK_KINDS.get(name)
        if kind is not None and self._stack[-1].inlines:
            self._wrap_loose(self._stack[-1])
        self._stack.append(_Open(name, kind or _INLINE_KINDS[name][0], inside, start))

    def _close(self, end: int) -> None:
        opened = self._stack.pop()
        parent = self._stack[-1]
        if opened.name in _BLOCK_KINDS:
            if opened.inlines and opened.kind in _HOLDS_LOOSE_INLINES:
                self._wrap_loose(opened)
            parent.blocks.append(self._block(opened, end))
        else:
            parent.inlines.append(self._container(opened, end))

    def _wrap_loose(self, holder: _Open) -> None:
        """Put the inlines that a tight item holds directly into a tight paragraph."""
        inlines = tuple(holder.inlines)
        span = Span(inlines[0].span.start, inlines[-1].span.end)
        holder.blocks.append(Block("paragraph", span, span, tight=True, inlines=inlines))
        holder.inlines.clear()

    def _block(self, opened: _Open, end: int) -> Block:
        text = self._text
        start = opened.start
        while end > start and text[end - 1] in "\n\r \t":
            end -= 1
        span = Span(start, end)
        inlines = tuple(opened.inlines)
        children = tuple(opened.blocks)
        inner = span
        if inlines:
            inner = Span(inlines[0].span.start, inlines[-1].span.end)
        elif children:
            inner = Span(children[0].span.start, children[-1].span.end)
        detail = opened.detail
        kind = opened.kind
        if kind == "heading":
            attrs = [("class", name) for name in detail["classes"]]
            attrs += [("id", detail["id"])] if detail["id"] else []
            attrs += [(key, value or "") for key, value in detail["attrs"]]
            if not inlines:
                inner = Span(end, end)
            return Block("heading", span, inner, level=int(detail["level"][1]), attrs=tuple(attrs), inlines=inlines)
        if kind == "code":
            return self._code(opened, span)
        if kind == "html":
            return self._html(opened, span)
        if kind == "list":
            ordered = -1 if detail is None else detail
            tight = not any(p.kind == "paragraph" and not p.tight for item in children for p in item.children)
            return Block("list", span, inner, level=ordered, tight=tight, children=children)
        if kind == "blockquote" and detail:
            return Block("callout", span, inner, name=detail.lower(), children=children)
        if kind == "table":
            attrs = [("align", "" if align == "None" else align.lower()) for align in detail]
            return Block("table", span, inner, attrs=tuple(attrs), children=children)
        name = detail if kind == "footnote" else ""
        return Block(kind, span, inner, name=name, children=children, inlines=inlines)  # type: ignore[arg-type]

    def _code(self, opened: _Open, span: Span) -> Block:
        code = "".join(opened.text)
        pieces = opened.inlines
        inner = Span(pieces[0].span.start, pieces[-1].span.end) if pieces else Span(span.end, span.end)
        inner = Span(min(inner.start, span.end), min(inner.end, span.end))
        if isinstance(opened.detail, dict):
            info = opened.detail["Fenced"]
            return Block("code", span, inner, info=info, name="fenced", text=code)
        return Block("code", span, inner, name="indented", text=code)

    def _html(self, opened: _Open, span: Span) -> Block:
        html = "".join(opened.text)
        bare = html.strip()
        if bare.startswith("<!--") and bare.endswith("-->") and bare.find("-->") == len(bare) - 3:
            return Block("comment", span, Span(span.start + 4, max(span.start + 4, span.end - 3)), text=bare[4:-3])
        return Block("html", span, span, text=html)

    def _container(self, opened: _Open, end: int) -> Inline:
        start = opened.start
        children = tuple(opened.inlines)
        kind, marks = _INLINE_KINDS[opened.name]
        span = Span(start, end)
        if kind in ("link", "image"):
            return self._link(opened, span, children)
        if not marks:
            marks = 2 if self._text.startswith("~~", start) else 1
        return Inline(kind, span, Span(start + marks, end - marks), children=children)

    def _link(self, opened: _Open, span: Span, children: tuple[Inline, ...]) -> Inline:
        detail = opened.detail
        style = detail["link_type"]
        if isinstance(style, dict):
            wiki_kind: InlineKind = "embed" if opened.name == "Image" else "wikilink"
            marks = 3 if opened.name == "Image" else 2
            inner = Span(span.start + marks, span.end - 2)
            label = "".join(child.plain() for child in children) if style["WikiLink"]["has_pothole"] else ""
            target = detail["dest_url"]
            return Inline(wiki_kind, span, inner, text=label or target, target=target, title=label)
        inner_start = span.start + (2 if opened.name == "Image" else 1)
        inner = Span(inner_start, children[-1].span.end if children else inner_start)
        target = ("mailto:" if style == "Email" else "") + detail["dest_url"]
        return Inline(
            "image" if opened.name == "Image" else "link", span, inner,
            target=target, title=detail["title"], name=_LINK_STYLES.get(style, "reference"), children=children,
        )  # fmt: skip

    def _atom(self, name: str, detail: Any, start: int, end: int) -> None:
        top = self._stack[-1]
        span = Span(start, end)
        if name == "Rule":
            if top.inlines:
                self._wrap_loose(top)
            while end > start and self._text[end - 1] in "\n\r \t":
                end -= 1
            top.blocks.append(Block("thematic_break", Span(start, end), Span(start, end)))
        elif top.kind in ("code", "html"):
            top.text.append(detail)
            top.inlines.append(Inline("text", span, span, text=detail))
        else:
            top.inlines.append(self._leaf(name, detail, span))

    def _leaf(self, name: str, detail: Any, span: Span) -> Inline:
        start, end = span
        if name == "Text":
            return Inline("text", span, span, text=detail)
        if name == "SoftBreak":
            return Inline("soft_break", span, span, text="\n")
        if name == "HardBreak":
            return Inline("hard_break", span, span, text="\n")
        if name == "Code":
            ticks = 1
            while self._text.startswith("`", start + ticks):
                ticks += 1
            return Inline("code", span, Span(start + ticks, end - ticks), text=detail)
        if name == "InlineMath":
            return Inline("math", span, Span(start + 1, end - 1), text=detail)
        if name == "DisplayMath":
            return Inline("math", span, Span(start + 2, end - 2), text=detail, name="display")
        if name == "FootnoteReference":
            return Inline("footnote_ref", span, Span(start + 2, end - 1), target=detail)
        if name == "TaskListMarker":
            return Inline("task", span, Span(start + 1, end - 1), target="x" if detail else " ")
        if detail.startswith("<!--"):
            return Inline("comment", span, Span(start + 4, max(start + 4, end - 3)), text=detail[4:-3])
        return Inline("html", span, span, text=detail)
