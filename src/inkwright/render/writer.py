"""The document tree as the HTML of CommonMark and GitHub Flavored Markdown. What our own pages add is in `site`."""

import re
from collections.abc import Callable

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed
from inkwright.render.escape import encode_url, escape
from inkwright.render.footnotes import Notes
from inkwright.render.options import ImageInfo, RenderOptions

with when_needed(__name__):
    from inkwright.render import math

MAX_DEPTH = 90
"""Nesting beyond which the source is shown as text: far deeper than anyone writes, well inside Python's stack."""

_TAG_FILTER = regex(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))", re.IGNORECASE
)
_HIDDEN_BLOCKS = frozenset({"definition", "footnote"})


class Writer:
    """Writes one document. Every method appends to `out`; every block ends with a line end."""

    def __init__(self, document: Document, options: RenderOptions) -> None:
        self.document = document
        self.options = options
        self.out: list[str] = []
        self.notes = Notes(document)
        self.beside = False  # within a paragraph that may have notes beside it
        self.hidden = 0  # what ends before this offset lies inside a comment and is not shown
        self.escape: Callable[[str], str] = escape
        self._depth = 0

    def write(self) -> str:
        """The whole document with its footnotes; "" for an empty one."""
        self.blocks(self.document.blocks)
        self.notes.write(self)
        return "".join(self.out)

    def captured(self, blocks: tuple[Block, ...] = (), inlines: tuple[Inline, ...] = ()) -> str:
        """The HTML of some nodes as a text of its own."""
        outer, self.out = self.out, []
        self.blocks(blocks)
        self.inlines(inlines)
        html, self.out = "".join(self.out), outer
        return html

    # blocks

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Blocks in order; the paragraphs of a tight list are bare text."""
        if self._depth > MAX_DEPTH:
            self.too_deep(blocks)
            return
        self._depth += 1
        out = self.out
        bare = False
        for block in blocks:
            kind = block.kind
            if block.span.start < self.hidden and not (block.children and block.span.end > self.hidden):
                continue
            if bare:
                out.append("\n")
                bare = False
            if kind == "paragraph":
                if block.tight:
                    self.inlines(block.inlines)
                    bare = True
                else:
                    self.paragraph(block)
            elif kind not in _HIDDEN_BLOCKS:
                getattr(self, "block_" + kind)(block)
        self._depth -= 1

    def too_deep(self, nodes: tuple[Block, ...] | tuple[Inline, ...]) -> None:
        """Show the source of nodes that are nested too deeply to be laid out."""
        if nodes:
            source = self.document.text[nodes[0].span.start : nodes[-1].span.end]
            self.out.append(escape(source))

    def paragraph(self, block: Block) -> None:
        """A paragraph of its own."""
        self.out.append("<p>")
        self.inlines(block.inlines)
        self.out.append("</p>\n")

    def block_heading(self, block: Block) -> None:
        """A heading."""
        level = min(6, block.level + self.options.heading_shift)
        self.out.append(f"<h{level}>")
        self.inlines(block.inlines)
        self.out.append(f"</h{level}>\n")

    def block_list(self, block: Block) -> None:
        """A bullet list, or an ordered list with its start number."""
        tag = "ul" if block.level < 0 else "ol"
        start = f' start="{block.level}"' if block.level not in (-1, 1) else ""
        self.out.append(f"<{tag}{start}>\n")
        for item in block.children:
            self.block_item(item)
        self.out.append(f"</{tag}>\n")

    def block_item(self, block: Block) -> None:
        """One item of a list."""
        self.out.append("<li>")
        self.item_content(block)
        self.out.append("</li>\n")

    def item_content(self, block: Block) -> None:
        """What stands in an item, a definition or a note: a line end before anything that is not bare text."""
        shown = block.children
        if shown and not (shown[0].kind == "paragraph" and shown[0].tight) and shown[0].kind not in _HIDDEN_BLOCKS:
            self.out.append("\n")
        self.blocks(shown)

    def block_blockquote(self, block: Block) -> None:
        """A quotation."""
        self.out.append("<blockquote>\n")
        self.blocks(block.children)
        self.out.append("</blockquote>\n")

    def block_callout(self, block: Block) -> None:
        """A callout, which the specifications know as a quotation that starts with its kind."""
        self.out.append(f"<blockquote>\n<p>[!{escape(block.name.upper())}]")
        self.out.append(f" {escape(block.info)}</p>\n" if block.info else "</p>\n")
        self.blocks(block.children)
        self.out.append("</blockquote>\n")

    def block_code(self, block: Block) -> None:
        """A code block, through the highlighter when there is one."""
        if self.options.code is not None:
            self.out.append(self.options.code(block))
            return
        words = block.info.split(None, 1)
        language = f' class="language-{escape(words[0])}"' if words else ""
        self.out.append(f"<pre><code{language}>{escape(block.text)}</code></pre>\n")

    def block_html(self, block: Block) -> None:
        """HTML as it was written; GFM disarms some tags."""
        self.out.append(self.raw(block.text))
        if not block.text.endswith("\n"):
            self.out.append("\n")

    def block_comment(self, block: Block) -> None:
        """A comment as it was written, with the indentation of its line."""
        text, start = self.document.text, block.span.start
        at = text.rfind("\n", 0, start) + 1
        indent = text[at:start]
        self.out.append(f"{'' if indent.strip(' ') else indent}<!--{block.text}-->\n")

    def raw(self, html: str) -> str:
        """HTML that the author wrote, as this profile lets it through."""
        return _TAG_FILTER.sub("&lt;", html) if self.options.profile == "gfm" else html

    def block_math(self, block: Block) -> None:
        """A formula on lines of its own."""
        self.out.append(self.formula(block.text, True) + "\n")

    def block_thematic_break(self, block: Block) -> None:
        """A thematic break."""
        self.out.append("<hr />\n")

    def block_table(self, block: Block) -> None:
        """A table with the alignments of its columns."""
        aligns = [value for key, value in block.attrs if key == "align"]
        rows = [row for row in block.children if row.kind == "table_row"]
        self.out.append("<table>\n")
        for head in block.children:
            if head.kind == "table_head":
                self.out.append("<thead>\n")
                self.table_row(head, "th", aligns)
                self.out.append("</thead>\n")
        if rows:
            self.out.append("<tbody>\n")
            for row in rows:
                self.table_row(row, "td", aligns)
            self.out.append("</tbody>\n")
        self.out.append("</table>\n")

    def table_row(self, row: Block, tag: str, aligns: list[str]) -> None:
        """One row; cells that are missing are empty, cells beyond the columns are left out."""
        out = self.out
        out.append("<tr>\n")
        cells = row.children
        for column, align in enumerate(aligns):
            out.append(f'<{tag} align="{align}">' if align else f"<{tag}>")
            if column < len(cells):
                self.inlines(cells[column].inlines)
                self.blocks(cells[column].children)
            out.append(f"</{tag}>\n")
        out.append("</tr>\n")

    def block_definition_list(self, block: Block) -> None:
        """Terms with their definitions."""
        self.out.append("<dl>\n")
        for part in block.children:
            tag = "dt" if part.kind == "definition_term" else "dd"
            self.out.append(f"<{tag}>")
            self.inlines(part.inlines)
            self.item_content(part)
            self.out.append(f"</{tag}>\n")
        self.out.append("</dl>\n")

    def block_opaque(self, block: Block) -> None:
        """A construct of another tool, shown as it was written, with what stands inside rendered."""
        if block.children:
            self.blocks(block.children)
        else:
            self.out.append(f"<p>{escape(self.document.slice(block.span))}</p>\n")

    # inlines

    def inlines(self, inlines: tuple[Inline, ...]) -> None:
        """Inlines in order."""
        if self._depth > MAX_DEPTH:
            self.too_deep(inlines)
            return
        self._depth += 1
        out, say = self.out, self.escape
        for inline in inlines:
            kind = inline.kind
            if kind == "text":
                out.append(say(inline.text))
            elif kind == "soft_break":
                out.append("\n")
            else:
                getattr(self, "inline_" + kind)(inline)
        self._depth -= 1

    def inline_hard_break(self, inline: Inline) -> None:
        """A line break."""
        self.out.append("<br />\n")

    def inline_code(self, inline: Inline) -> None:
        """Code inside a sentence."""
        self.out.append(f"<code>{escape(inline.text)}</code>")

    def wrapped(self, inline: Inline, tag: str) -> None:
        """Children between a tag's two halves."""
        self.out.append(f"<{tag}>")
        self.inlines(inline.children)
        self.out.append(f"</{tag}>")

    def inline_emphasis(self, inline: Inline) -> None:
        """Emphasis."""
        self.wrapped(inline, "em")

    def inline_strong(self, inline: Inline) -> None:
        """Strong emphasis."""
        self.wrapped(inline, "strong")

    def inline_strikethrough(self, inline: Inline) -> None:
        """Deleted text."""
        self.wrapped(inline, "del")

    def inline_highlight(self, inline: Inline) -> None:
        """Marked text."""
        self.wrapped(inline, "mark")

    def inline_superscript(self, inline: Inline) -> None:
        """Raised text."""
        self.wrapped(inline, "sup")

    def inline_subscript(self, inline: Inline) -> None:
        """Lowered text."""
        self.wrapped(inline, "sub")

    def inline_link(self, inline: Inline) -> None:
        """A link with its title."""
        self.link(self.options.link(inline.target), inline)

    def link(self, target: str, inline: Inline) -> None:
        """A link to a destination that is final."""
        title = f' title="{escape(inline.title)}"' if inline.title else ""
        self.out.append(f'<a href="{encode_url(target)}"{title}>')
        self.inlines(inline.children)
        self.out.append("</a>")

    def inline_image(self, inline: Inline) -> None:
        """A picture; its alt text is the plain text of its label."""
        found = self.options.image(inline.target)
        src = found.src if isinstance(found, ImageInfo) else found
        title = f' title="{escape(inline.title)}"' if inline.title else ""
        self.out.append(f'<img src="{encode_url(src)}" alt="{escape(self.alt(inline))}"{title} />')

    def alt(self, inline: Inline) -> str:
        """The alt text of a picture."""
        return "".join(child.plain() for child in inline.children)

    def inline_html(self, inline: Inline) -> None:
        """HTML as it was written."""
        self.out.append(self.raw(inline.text))

    def inline_comment(self, inline: Inline) -> None:
        """A comment as it was written."""
        source = self.document.slice(inline.span)
        self.out.append(source if source in ("<!-->", "<!--->") else f"<!--{inline.text}-->")

    def inline_wikilink(self, inline: Inline) -> None:
        """A link to another note by its name; text where nothing answers to it."""
        resolve = self.options.wikilink
        target = resolve(inline.target, inline.text) if resolve is not None else None
        label = escape(inline.text or inline.target)
        self.out.append(label if target is None else f'<a href="{encode_url(target)}">{label}</a>')

    def inline_embed(self, inline: Inline) -> None:
        """Another note or a picture shown in place; as a link here."""
        self.inline_wikilink(inline)

    def inline_math(self, inline: Inline) -> None:
        """A formula inside a sentence."""
        self.out.append(self.formula(inline.text, inline.name == "display"))

    def formula(self, tex: str, display: bool) -> str:
        """A formula as HTML, through the hook when there is one."""
        if self.options.math is not None:
            return self.options.math(tex, display)
        return math.tex_html(tex, display)

    def inline_footnote_ref(self, inline: Inline) -> None:
        """A reference to a footnote; text where the note does not exist."""
        self.out.append(self.notes.reference(self, inline))

    def inline_inline_note(self, inline: Inline) -> None:
        """A footnote written where it is referred to."""
        self.out.append(self.notes.inline_note(self, inline))

    def inline_task(self, inline: Inline) -> None:
        """The box of a task."""
        checked = ' checked=""' if inline.target.strip() else ""
        self.out.append(f'<input type="checkbox"{checked} disabled="" /> ')

    def inline_opaque(self, inline: Inline) -> None:
        """A construct of another tool, shown as it was written."""
        self.out.append(escape(self.document.slice(inline.span)))
