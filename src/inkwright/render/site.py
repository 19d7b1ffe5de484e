"""The document tree as our own pages carry it: anchored headings, callouts, figures, tables that scroll, safe links."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed
from inkwright.render.calls import Call
from inkwright.render.citations import HERE, Citations, is_place
from inkwright.render.code import code_html, info_of
from inkwright.render.code_info import CodeInfo, read_info
from inkwright.render.escape import encode_url, escape, is_safe_url
from inkwright.render.footnotes import behind_signs
from inkwright.render.media import MediaWriter
from inkwright.render.opaque import hidden_div
from inkwright.render.options import RenderOptions
from inkwright.render.plain import inline_text
from inkwright.render.shapes import Inside, callout_html
from inkwright.render.table_captions import caption_of
from inkwright.text.anchors import anchors
from inkwright.text.unmarked import unmarked

with when_needed(__name__):
    from inkwright.render import math

MAX_FORMULAS = 3000
"""Formulas of one document that become MathML; three hundred is a long chapter."""

_COMMENT = regex(
    r"(?P<kept><(?P<tag>script|style)\b.*?</(?P=tag)\s*>)|<!--(?:-?>|.*?(?P<end>--!?>|\Z))", re.DOTALL | re.IGNORECASE
)
_MAYBE_ALONE = frozenset({"image", "opaque", "comment", "embed", "text", "html"})
_SHOWN = frozenset({"image", "embed", "wikilink", "math", "html", "footnote_ref", "inline_note"})
"""Inlines that show something without holding text."""
_BOX = regex(r"(Note|Tip|Important|Warning|youtube|twitter):[ \t]*")
_ALIGNS = {"left": ' class="left"', "right": ' class="right"', "center": ' class="center"'}


class SiteWriter(MediaWriter):
    """Writes one document for our own site."""

    _ids: dict[int, str] | None = None
    _levels: dict[int, int] | None = None
    _formulas = 0
    _table: tuple[list[str], int, int] = ([], 0, -1)
    """The output that holds the last table, where that begins in it and where it ends."""

    def __init__(self, document: Document, options: RenderOptions) -> None:
        super().__init__(document, options)
        self.citations = Citations(document, options.references)

    def write(self) -> str:
        """The whole document with its footnotes and the works that it cites."""
        self.blocks(self.document.blocks)
        self.citations.place(self)
        self.notes.write(self)
        self.citations.write(self)
        return "".join(self.out)

    def citation(self, inline: Inline) -> str | None:
        """A citation as the number of its work."""
        return self.citations.mark(self, inline)

    def construct(self, call: Call | None, inside: Inside, node: Block | Inline, inline: bool) -> None:
        """The HTML of a construct; the place of the list of works is kept."""
        if isinstance(node, Block) and is_place(node):
            self.out.append(HERE)
        else:
            super().construct(call, inside, node, inline)

    # blocks

    def paragraph(self, block: Block) -> None:
        """A paragraph; a construct or a titled picture that stands alone, and a note shown in it, are blocks."""
        inlines = block.inlines
        if self._table[2] == len(self.out) and self.captioned(block):
            return
        if self.options.embed is not None and any(inline.kind == "embed" for inline in inlines):
            for part in self.around_notes(inlines):
                if isinstance(part, str):
                    self.out.append(part)
                elif any(inline.plain().strip() or inline.kind in _SHOWN for inline in part):
                    self.words(replace(block, inlines=part))
            return
        if inlines and inlines[0].kind in _MAYBE_ALONE and (inlines[0].kind != "text" or len(inlines) < 4):
            if all(inline.kind == "comment" or inline.kind == "soft_break" for inline in inlines):
                return
            if inlines[0].kind == "image" and self.figure(inlines):
                return
            lone = self.alone(inlines)
            if lone is not None:
                node, inside, call = lone
                if call is None or not call.closing:
                    self.construct(call, inside, node, False)
                return
        self.words(block)

    def words(self, block: Block) -> None:
        """A paragraph that is one in HTML."""
        self.flat += 1
        outer, self.beside = self.beside, self.options.side_notes and self.flat == 1
        start = len(self.out)
        super().paragraph(block)
        if self.beside:
            behind_signs(self.out, start)
        self.beside = outer
        self.flat -= 1

    def heading_id(self, block: Block) -> str:
        """The id of a heading, "" for none."""
        if self._ids is None:
            given = self.options.anchors
            found = given(self.document) if given is not None else anchors(self.document)
            self._ids = {id(heading): name for heading, name in found}
        name = self._ids.get(id(block), "")
        return self.options.id_prefix + name if name else ""

    def heading_level(self, block: Block) -> int:
        """The level that a heading has on a page, where none is skipped."""
        if self._levels is None:
            headings = [one for one in self.document.all_blocks if one.kind == "heading"]
            self._levels = dict(zip(map(id, headings), unbroken([one.level for one in headings]), strict=True))
        return self._levels.get(id(block), block.level)

    def block_heading(self, block: Block) -> None:
        """A heading with its id and a link to itself."""
        level = min(6, self.heading_level(block) + self.options.heading_shift)
        name = self.heading_id(block)
        css = " ".join(value for key, value in block.attrs if key == "class")
        named = f' id="{escape(name)}"' if name else ""
        self.out.append(f'<h{level}{named} class="{escape(css)}">' if css else f"<h{level}{named}>")
        self.flat += 1
        self.inlines(block.inlines)
        self.flat -= 1
        if name and self.options.heading_links:
            label = f"Link to “{inline_text(block.inlines, self.document)}”"
            self.out.append(f' <a class="anchor" href="#{encode_url(name)}" aria-label="{escape(label)}">#</a>')
        self.out.append(f"</h{level}>\n")

    def block_list(self, block: Block) -> None:
        """A list; one that holds tasks says so."""
        if block.level < 0 and any(_task(item) for item in block.children):
            self.out.append('<ul class="tasks">\n')
            for item in block.children:
                self.block_item(item)
            self.out.append("</ul>\n")
        else:
            super().block_list(block)

    def block_item(self, block: Block) -> None:
        """An item; a task is a box with its label."""
        task = _task(block)
        if task is None:
            super().block_item(block)
            return
        first = block.children[0]
        checked = " checked" if task.target.strip() else ""
        self.out.append(f'<li class="task"><label><input type="checkbox" disabled{checked}> ')
        self.inlines(first.inlines[1:])
        self.out.append("</label>")
        rest = block.children[1:]
        if rest:
            self.out.append("\n")
            self.blocks(rest)
        self.out.append("</li>\n")

    def block_blockquote(self, block: Block) -> None:
        """A quotation; one that begins with `Note:` or `youtube:` as in fastpages is the box it means."""
        first = block.children[0] if block.children else None
        opening = first.inlines[0] if first is not None and first.inlines else None
        match = _BOX.match(opening.text) if opening is not None and opening.kind == "text" else None
        if match is None or not self.box(block, match[1].lower(), match.end()):
            super().block_blockquote(block)

    def box(self, block: Block, kind: str, at: int) -> bool:
        """Write the box that a quotation stands for; False when it is a quotation after all."""
        first, rest = block.children[0], block.children[1:]
        opening = first.inlines[0]
        if kind in ("youtube", "twitter"):
            address = inline_text(first.inlines, self.document)[at:].strip()
            if rest or not address.startswith("http") or " " in address:
                return False
            call = Call("shortcode", kind, (address,), source=address)
            self.construct(call, Inside(), block, False)
            return True
        begun = Inline("text", opening.span, opening.inner, text=opening.text[at:])
        body = f"<p>{self.captured((), (begun, *first.inlines[1:]))}</p>\n{self.captured(rest)}"
        self.out.append(callout_html(kind, "", body))
        return True

    def block_callout(self, block: Block) -> None:
        """A callout with its title."""
        attrs = dict(block.attrs)
        if hidden_div((value for key, value in block.attrs if key == "class"), attrs):
            return
        fold = attrs.get("fold", "")
        if "collapse" in attrs:
            fold = "+" if attrs["collapse"] == "false" else "-"
        plain = len(block.inlines) < 2 and all(inline.kind == "text" for inline in block.inlines)
        title = self.said(block.info) if plain else self.captured((), block.inlines)
        self.out.append(callout_html(block.name, title, self.captured(block.children), fold))

    def block_code(self, block: Block) -> None:
        """A code block; one of language `math` is a formula."""
        if self.options.code is not None and not block.info.startswith("math"):
            self.out.append(self.options.code(block))
            return
        asked = info_of(block)
        info = read_info(asked) if asked else CodeInfo()
        if info.language == "math":
            self.out.append(f"<p>{self.formula(block.text, True)}</p>\n")
        else:
            self.out.append(code_html(block.text, info, colour=False))

    def html(self, block: Block) -> None:
        """The author's HTML without its comments."""
        self.raw_at = block.span.start
        html = self.raw(block.text)
        if html.strip():
            self.out.append(html if html.endswith("\n") else html + "\n")

    def inline_html(self, inline: Inline) -> None:
        """A tag as its author wrote it."""
        self.raw_at = inline.span.start
        super().inline_html(inline)

    def block_comment(self, block: Block) -> None:
        """Nothing: comments are the author's own."""

    def raw(self, html: str) -> str:
        """HTML without comments, with template values filled in; as text where the author did not mean HTML."""
        if not self.trusted:
            return escape(html)
        if "<!--" in html:
            html = _COMMENT.sub(lambda match: match["kept"] or "", html)
        html = unmarked(html)
        return self.filled_html(html)

    def block_table(self, block: Block) -> None:
        """A table in a group that scrolls on its own and can be reached by keyboard; no landmark, there may be many."""
        heads = [inline_text(cell.inlines, self.document) for row in block.children[:1] for cell in row.children]
        label = "Table: " + ", ".join(head for head in heads if head) if any(heads) else "Table"
        self.out.append(f'<div class="table" role="group" tabindex="0" aria-label="{escape(label)}">\n')
        at = len(self.out)
        super().block_table(block)
        self.out.append("</div>\n")
        self._table = (self.out, at, len(self.out))

    def captioned(self, block: Block) -> bool:
        """Whether a paragraph was the caption of the table that has just been written; it is in that now."""
        out, at, _ = self._table
        found = caption_of(block, self.document) if out is self.out else None
        if found is None:
            return False
        words, name = found
        given = f' id="{self.options.id_prefix}{name}"' if name else ""
        out[at] = f"<table{given}>\n<caption>{self.captured(inlines=words)}</caption>\n"
        self._table = (out, 0, -1)
        return True

    def table_row(self, row: Block, tag: str, aligns: list[str]) -> None:
        """One row."""
        out = self.out
        out.append("<tr>\n")
        cells = row.children
        for column, align in enumerate(aligns):
            cell = cells[column] if column < len(cells) else None
            name = tag if cell is not None and (cell.inlines or cell.children) else "td"  # an empty head names nothing
            scope = ' scope="col"' if name == "th" else ""
            out.append(f"<{name}{scope}{_ALIGNS.get(align, '')}>")
            if cell is not None:
                self.inlines(cell.inlines)
                self.blocks(cell.children)
            out.append(f"</{name}>\n")
        out.append("</tr>\n")

    # inlines

    def link(self, target: str, inline: Inline) -> None:
        """A link, or its label alone where the destination would run code."""
        if is_safe_url(target):
            title = unmarked(inline.title)
            super().link(target, inline if title == inline.title else replace(inline, title=title))
        else:
            self.inlines(inline.children)

    def inline_link(self, inline: Inline) -> None:
        """A link; template values in its destination are filled in first."""
        target = self.filled(inline.target)
        if inline.target and not target:  # a reference to a page that does not exist
            self.inlines(inline.children)
        else:
            self.link(self.options.link(target), inline)

    def inline_comment(self, inline: Inline) -> None:
        """Nothing."""

    def formula(self, tex: str, display: bool) -> str:
        """A formula as MathML; as TeX after so many that converting them would hold up the build."""
        self._formulas += 1
        if self._formulas > MAX_FORMULAS:
            return math.tex_html(tex, display)
        return self.options.math(tex, display) if self.options.math is not None else math.math_html(tex, display)

    def inline_task(self, inline: Inline) -> None:
        """The box of a task that does not begin an item's text."""
        checked = " checked" if inline.target.strip() else ""
        self.out.append(f'<input type="checkbox" disabled{checked} aria-label="Task"> ')

    def inline_hard_break(self, inline: Inline) -> None:
        """A line break."""
        self.out.append("<br>\n")


def unbroken(levels: Sequence[int]) -> list[int]:
    """Levels of headings below a title, in reading order, without gaps: each heading stays below the one that it was
    below, but only one level, and headings side by side stay so. [] for none.

    **Source:** W3C, WAI tutorial "Headings" (no level is skipped); headings of level 1 are left alone.
    """
    found: list[int] = []
    above: list[tuple[int, int]] = []
    for level in levels:
        while above and above[-1][0] >= level:
            above.pop()
        shown = level if level < 2 else max(2, above[-1][1] + 1 if above else 2)
        above.append((level, shown))
        found.append(shown)
    return found


def _task(item: Block) -> Inline | None:
    """The box that begins an item; None for an item that is no task."""
    first = item.children[0] if item.children else None
    if first is None or first.kind != "paragraph" or not first.inlines or first.inlines[0].kind != "task":
        return None
    return first.inlines[0]
