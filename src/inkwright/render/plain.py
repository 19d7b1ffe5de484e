"""Document -> plain text in one line: its summary, the words of a heading. Made of what the page shows, no more."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import Final

from inkwright.model.document import Block, Document, Inline
from inkwright.model.reference import Reference
from inkwright.model.regex import regex
from inkwright.render.calls import Call
from inkwright.render.constructs import ConstructWriter, literal
from inkwright.render.escape import escape
from inkwright.render.opaque import ALWAYS, HTML_ELEMENTS, hides
from inkwright.render.options import RenderOptions
from inkwright.render.shapes import Inside
from inkwright.text.keyed_citations import read_citation
from inkwright.text.markdown import parse_text

_MORE: Final = frozenset({"more", "truncate", "excerpt", "end_excerpt", "excerpt_end"})
_PLAIN = frozenset({"text", "soft_break"})
_SPACES = regex(r"\s+")
_SENTENCE_END = regex(r"""[.!?…]["'”’)\]]*(?=\s)|[。！？]""")
_MARKUP = regex(r"[*_`\[\]<&~=^!\\]")
_ELEMENT = regex(r"</?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|<!--.*?-->", re.DOTALL)
_ANGLE = regex(r"<(?!https?:)")
_LESS = "\ue001"
"""Stands for a `<` that is no tag while a description is parsed."""
_NOTHING = RenderOptions()


def summary(
    document: Document, characters: int = 300, references: Mapping[str, Reference] = MappingProxyType({})
) -> str:
    """What stands before the `<!-- more -->` mark, else the first paragraph, in whole sentences where they fit
    `characters`, else cut after a word; "" when there is no paragraph. `references` are the works cited by key."""
    before = tuple(_before_more(document.blocks))
    cut = 0 < len(before) < len(document.blocks)
    writer = _PlainWriter(document, most=0 if cut else 1, references=references)
    writer.blocks(before or document.blocks)
    return clip(" ".join(writer.paragraphs), characters)


def inline_text(inlines: tuple[Inline, ...], document: Document) -> str:
    """Inlines of a document as a reader hears them, on one line: links as their labels, pictures as their alts."""
    if document.source.dialect != "quarto" and all(inline.kind in _PLAIN for inline in inlines):
        said = "".join(inline.text or " " for inline in inlines)
        return _SPACES.sub(" ", said).strip()
    return _PlainWriter(document).line(inlines)


def plain_line(text: str) -> str:
    """One line of text out of Markdown or HTML, as descriptions in front matter are written; "" for an empty one."""
    if not _MARKUP.search(text):
        return _SPACES.sub(" ", text).strip()
    bare = _ELEMENT.sub(lambda tag: "" if not tag[1] or tag[1].lower() in HTML_ELEMENTS else tag[0], text).strip()
    document = parse_text(_ANGLE.sub(_LESS, bare))
    if any(block.kind not in ("paragraph", "definition") for block in document.blocks):
        return _SPACES.sub(" ", unescape(bare)).strip()
    writer = _PlainWriter(document, most=0)
    writer.blocks(document.blocks)
    return " ".join(writer.paragraphs).replace(_LESS, "<")


def paragraphs(document: Document) -> list[str]:
    """Each paragraph that a reader hears as one line, those in lists and boxes left out; [] when there are none."""
    writer = _PlainWriter(document)
    writer.blocks(document.blocks)
    return writer.paragraphs


def clip(text: str, characters: int) -> str:
    """Text within so many characters: whole sentences if at least half of the room is used, else whole words."""
    if len(text) <= characters:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, characters + 1) if found.end() <= characters]
    if ends and ends[-1] * 2 >= characters:
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, characters)
    return text[: cut if cut > 0 else characters - 1].rstrip(" ,;:–—-") + "…"


def _before_more(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks before the mark; all of them when there is none."""
    for block in blocks:
        if is_more(block):
            return
        yield block


def is_more(block: Block) -> bool:
    """Whether a block is the mark that ends a post's summary."""
    if block.kind == "comment":
        return block.text.strip().lower() in _MORE
    only = block.inlines[0] if block.kind == "paragraph" and len(block.inlines) == 1 else None
    return only is not None and only.kind == "comment" and only.text.strip().lower() in _MORE


class _PlainWriter(ConstructWriter):
    """Writes what a reader hears of running text: not of lists, quotations, notes and callouts, nor of anything that
    the page does not show. `most` is the number of paragraphs wanted, 0 for all."""

    def __init__(self, document: Document, most: int = 0, references: Mapping[str, Reference] | None = None) -> None:
        super().__init__(document, RenderOptions(references=references) if references else _NOTHING)
        self.paragraphs: list[str] = []
        self._most = most

    def line(self, inlines: tuple[Inline, ...]) -> str:
        """Some inlines as one line."""
        return _SPACES.sub(" ", unescape(self.captured((), inlines))).strip()

    def paragraph(self, block: Block) -> None:
        """Keep its text while more are wanted."""
        if not self._most or len(self.paragraphs) < self._most:
            text = self.line(block.inlines)
            self.paragraphs += [text] if text else []

    def construct(self, call: Call | None, inside: Inside, node: Block | Inline, inline: bool) -> None:
        """What stands between the tags of a construct that the page shows."""
        said = self.citation(node) if node.name == "citation" and isinstance(node, Inline) else None
        if said is not None:
            self.out.append(said)
        elif node.name in ALWAYS:
            source = node.text or self.document.slice(node.span)
            self.out.append(self.escape(source) if ALWAYS[node.name] else "")
        elif call is not None and call.family in ("value", "expression") and not inside.blocks and not inside.inlines:
            value = self.value(call.name) if call.family == "value" else literal(call.name)
            self.out.append(self.escape(value or ""))
        elif not hides(call):
            self.blocks(inside.blocks)
            self.inlines(inside.inlines)

    def citation(self, inline: Inline) -> str | None:
        """The authors where a sentence names them; nothing for a number in brackets, nor for the space before it."""
        found = read_citation(self.document, inline)
        known = [self.options.references[work.key] for work in found.works if work.key in self.options.references]
        if not known:
            return None
        if not found.bracketed:
            return escape(known[0].short)
        if self.out:
            self.out[-1] = self.out[-1].rstrip(" ")
        return ""

    def silent(self, block: Block) -> None:
        """Nothing."""

    block_heading = block_list = block_blockquote = block_callout = block_code = block_math = silent
    block_table = block_comment = block_thematic_break = block_definition_list = html = silent

    def unheard(self, inline: Inline) -> None:
        """Nothing."""

    inline_html = inline_comment = inline_task = inline_footnote_ref = inline_inline_note = inline_embed = unheard

    def wrapped(self, inline: Inline, tag: str) -> None:
        """What is marked."""
        self.inlines(inline.children)

    def label(self, inline: Inline) -> None:
        """What is linked or described."""
        self.inlines(inline.children)

    inline_link = inline_image = label

    def literally(self, inline: Inline) -> None:
        """The text itself."""
        self.out.append(escape(inline.text or inline.target))

    inline_code = inline_math = inline_wikilink = literally

    def inline_hard_break(self, inline: Inline) -> None:
        """A space."""
        self.out.append(" ")
