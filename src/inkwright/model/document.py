"""A Markdown text as a tree whose every node knows its exact span in the source.

Invariants, tested on the whole corpus: a node's span lies inside its parent's; siblings are in reading order and do
not overlap; `inner` lies inside `span`; leaf text with no escapes equals its source slice.

Constructs of other tools are nodes of kind "opaque", block or inline. `name` says which family, a block's `info` (an
inline's `target`) the construct's own name, `attrs` its arguments (positional ones under the key ""), `text` its
source. What opens and closes is one node: `span` covers both tags, `inner` and `children` what stands between them,
parsed as Markdown, `text` the opening tag alone. A tag without its partner is a node without children.

| name | written | own name |
|---|---|---|
| shortcode | `{{< figure src="a" >}}`, `{{% note %}}` of Hugo and Quarto | "figure" |
| liquid | `{% include x %}`, `{{ value }}` of Jekyll | "include", "value" |
| template-placeholder | `{{date}}`, `{{title}}`, `<% x %>` of note templates | "date" |
| jsx | `<Tabs a="b">` of MDX, a lower-case tag alone on its line included | "Tabs" |
| esm | `import`/`export` of MDX | "import" |
| expression | `{value}` of MDX; `{#if x}`, `{:else}`, `{/if}` | "value", "if" |
| div | `::: {.columns}` of Pandoc and Quarto | "columns" |
| attributes | `{.class #id k=v}` after a span, image or code; `{: .class}` of Kramdown | "" or "kramdown" |
| citation | `[@key]`, in Quarto `@fig-x` | "key" |
| literal | `{{</* shown as written */>}}` | "shortcode" |
| anchor | `[[id]]` glued to the end of a heading; the heading has it in `attrs` | "id" |
| tag, block-id | `#tag`, `^id` of Obsidian | "tag", "id" |

Not opaque, as they say the same everywhere: admonitions (`:::note`, `> [!tip]`) are callouts, `{% highlight %}` and
`{{< highlight >}}` are code (`name` is the family, `info` the language), `%%x%%`, `{/* x */}` and `{% comment %}` are
comments, `[[note]]` is a wikilink, `![[note]]` an embed, `==x==` a highlight, `^[x]` an inline note, a bare address a
link of name "url", `\\\\(x\\\\)` math. Code shows constructs as they are written: none is read in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct, field

from inkwright.model.source import DIALECTS, Dialect, Source
from inkwright.model.span import LineIndex, Position, Span

__all__ = [
    "DIALECTS", "Block", "BlockKind", "Dialect", "Document", "FrontMatter", "Inline", "InlineKind", "Passage",
    "Problem", "Source",
]  # fmt: skip

BlockKind = Literal[
    "paragraph", "heading", "list", "item", "blockquote", "callout", "code", "html", "math", "table", "table_head",
    "table_row", "table_cell", "thematic_break", "footnote", "definition", "definition_list", "definition_term",
    "definition_detail", "comment", "opaque",
]  # fmt: skip
InlineKind = Literal[
    "text", "code", "emphasis", "strong", "strikethrough", "highlight", "superscript", "subscript", "link", "image",
    "wikilink", "embed", "footnote_ref", "inline_note", "math", "html", "soft_break", "hard_break", "task", "comment",
    "opaque",
]  # fmt: skip


class Inline(Struct, frozen=True):
    """A stretch inside a paragraph, heading or cell.

    `span` covers the construct with its delimiters, `inner` what stands between them. `text` is the literal content
    of a leaf with escapes and entities decoded ("" for containers). `target` is the destination of a link, image,
    wikilink or embed, the label of a footnote_ref, "x"/" " for a task or the own name of an opaque inline; `title` a
    link's title, a wikilink's label; `name` the family of an opaque inline, the style of a link ("inline",
    "reference", "autolink", "email", "url") or "display" for display math. `attrs` are arguments of opaque inlines.
    """

    kind: InlineKind
    span: Span
    inner: Span
    text: str = ""
    target: str = ""
    title: str = ""
    name: str = ""
    children: tuple["Inline", ...] = ()
    attrs: tuple[tuple[str, str], ...] = ()

    def plain(self) -> str:
        """The text a reader sees, markup gone; a break is a space."""
        if self.kind == "text":
            return self.text
        if self.kind in ("soft_break", "hard_break"):
            return " "
        if self.children:
            return "".join(child.plain() for child in self.children)
        if self.kind == "opaque":
            return self.text if self.name == "tag" else ""
        return "" if self.kind in ("html", "comment", "footnote_ref", "task") else self.text


class Block(Struct, frozen=True):
    """A block of the document.

    `span` covers all lines of the block without its final line end; `inner` is the content: a heading without its
    marks, the code of a fence without its fence lines. `level` is 1-6 for headings, the start number of an ordered
    list (-1 for a bullet list). `info` is the info string of a fenced code block, a callout's title as written (its
    inlines are `inlines`), a definition's title. `name` is the label of a footnote or definition, the kind of a
    callout (lower case), the family of an opaque block, "fenced", "indented" or a family for code. `attrs` are
    key/value pairs written on it: heading or div attributes, a table's column alignments as
    ("align", "left|center|right|"), a callout's ("fold", "+|-"). `text` is the decoded content of code, html, math,
    comment and opaque; a definition's destination. `tight` is set for tight lists.
    """

    kind: BlockKind
    span: Span
    inner: Span
    level: int = 0
    info: str = ""
    name: str = ""
    text: str = ""
    attrs: tuple[tuple[str, str], ...] = ()
    tight: bool = False
    children: tuple["Block", ...] = ()
    inlines: tuple[Inline, ...] = ()

    def plain(self) -> str:
        """The text a reader sees in this block's own inlines; "" for blocks without inlines."""
        inlines = self.inlines
        return inlines[0].plain() if len(inlines) == 1 else "".join([inline.plain() for inline in inlines])

    def walk(self) -> Iterator["Block"]:
        """This block and all below it, in reading order."""
        stack = [self]
        while stack:
            block = stack.pop()
            yield block
            if block.children:
                stack.extend(reversed(block.children))

    def walk_inlines(self) -> Iterator[Inline]:
        """All inlines of this block, not of its child blocks, depth first in reading order."""
        stack = list(reversed(self.inlines))
        while stack:
            inline = stack.pop()
            yield inline
            if inline.children:
                stack.extend(reversed(inline.children))


class Problem(Struct, frozen=True):
    """Something wrong with how a text is written, found while reading it: what and where. `mended` when it was read
    all the same as its author can only have meant it."""

    span: Span
    message: str
    mended: bool = False


class FrontMatter(Struct, frozen=True):
    """The metadata on top of a post.

    `span` covers the fences (--- or +++) and their line ends, `inner` the YAML or TOML between them (the object when
    it is Hugo's JSON). `data` holds the values by key as written by the author, nested plain values only (a date
    stays the text that was written). A post without front matter has format "" and an empty span. What could not be
    read is told by `problems`.
    """

    format: Literal["", "yaml", "toml", "json"] = ""
    span: Span = Span(0, 0)
    inner: Span = Span(0, 0)
    data: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    key_spans: Mapping[str, Span] = field(default_factory=dict)


class Document(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """A parsed text. Immutable; compared by identity so that what is derived from it can be kept beside it."""

    source: Source
    front_matter: FrontMatter
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The whole source text."""
        return self.source.text

    @cached_property
    def lines(self) -> LineIndex:
        """Line starts of the source, made on first use."""
        return LineIndex(self.source.text)

    def slice(self, span: Span) -> str:
        """The source characters of a span."""
        return self.source.text[span.start : span.end]

    def position(self, offset: int) -> Position:
        """1-based line and column of a character offset."""
        return self.lines.position(offset)

    @cached_property
    def all_blocks(self) -> tuple[Block, ...]:
        """Every block at any depth, in reading order."""
        found: list[Block] = []
        stack = [*reversed(self.blocks)]
        while stack:
            block = stack.pop()
            found.append(block)
            if block.children:
                stack += reversed(block.children)
        return tuple(found)

    @cached_property
    def _blocks_by_kind(self) -> Mapping[str, list[Block]]:
        """The blocks of each kind that is there."""
        found: dict[str, list[Block]] = {}
        for block in self.all_blocks:
            found.setdefault(block.kind, []).append(block)
        return found

    def of_kind(self, *kinds: BlockKind) -> list[Block]:
        """Blocks of the given kinds at any depth, in reading order."""
        there = [kind for kind in kinds if kind in self._blocks_by_kind]
        if len(there) < 2:
            return [*self._blocks_by_kind[there[0]]] if there else []
        return [block for block in self.all_blocks if block.kind in kinds]

    @cached_property
    def all_inlines(self) -> tuple[Inline, ...]:
        """Every inline of every block at any depth, in reading order."""
        found: list[Inline] = []
        stack: list[Inline] = []
        for block in self.all_blocks:
            stack += reversed(block.inlines)
            while stack:
                inline = stack.pop()
                found.append(inline)
                if inline.children:
                    stack += reversed(inline.children)
        return tuple(found)

    @cached_property
    def _inlines_by_kind(self) -> Mapping[str, list[Inline]]:
        """The inlines of each kind that is there."""
        found: dict[str, list[Inline]] = {}
        for inline in self.all_inlines:
            found.setdefault(inline.kind, []).append(inline)
        return found

    def inlines_of(self, *kinds: InlineKind) -> list[Inline]:
        """Inlines of the given kinds at any depth, in reading order."""
        there = [kind for kind in kinds if kind in self._inlines_by_kind]
        if len(there) < 2:
            return [*self._inlines_by_kind[there[0]]] if there else []
        return [inline for inline in self.all_inlines if inline.kind in kinds]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of prose: one paragraph, heading, list item text or table cell.

    `text` is as long as `span`: markup is blanked to spaces, code, math, URLs and opaque parts to U+E000, so that an
    offset in `text` plus `span.start` is the offset in the source. `sentences` and `words` are absolute spans in
    reading order; words hold letters, digits, inner apostrophes and hyphens and leave U+E000 out.
    """

    block: Block
    kind: Literal["paragraph", "heading", "item", "cell", "quote", "note"]
    span: Span
    text: str
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]

    def slice(self, span: Span) -> str:
        """The masked text of an absolute span inside this passage."""
        start, end = span
        base = self.span[0]
        return self.text[start - base : end - base]

    def words_in(self, span: Span) -> list[Span]:
        """The words that lie inside an absolute span, in reading order."""
        return [word for word in self.words if span.start <= word.start and word.end <= span.end]
