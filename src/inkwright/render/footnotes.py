"""Footnotes: numbering in the order of first reference, and the list of notes with its links back."""

from typing import Protocol

from msgspec import Struct, field

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.render.escape import escape, slug
from inkwright.render.options import RenderOptions


class _Writer(Protocol):
    """What footnotes need of the writer that uses them."""

    out: list[str]
    beside: bool
    options: RenderOptions

    def captured(self, blocks: tuple[Block, ...] = (), inlines: tuple[Inline, ...] = ()) -> str:
        """The HTML of some nodes as a text of its own."""


class _Note(Struct, eq=False):
    number: int
    key: str
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    references: list[str] = field(default_factory=list)
    html: str = ""
    beside: bool = False


SIDE = '<span class="sidenote" role="note"'
"""How a note beside the text begins."""
_SIGNS = regex(r"(?:[.,;:!?)\]…’”»]|&quot;|')+")
"""What ends a word, as HTML has it."""


def behind_signs(out: list[str], start: int) -> None:
    """Bring each note beside the text, from a place in the output on, behind the signs that end its word: where there
    is no room beside it stands below, and no line may begin with a full stop."""
    for at in range(start, len(out) - 1):
        signs = _SIGNS.match(out[at + 1]) if SIDE in out[at] else None
        if signs:
            mark, side, note = out[at].partition(SIDE)
            out[at], out[at + 1] = f"{mark}{signs[0]}{side}{note}", out[at + 1][signs.end() :]


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()


class Notes:
    """The footnotes of one document while it is written."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._definitions: dict[str, Block] | None = None
        self._by_label: dict[str, _Note] = {}
        self._order: list[_Note] = []
        self._keys: set[str] = set()
        self._at_end = False

    def _definition(self, label: str) -> Block | None:
        if self._definitions is None:
            self._definitions = {}
            for block in self._document.of_kind("footnote"):
                self._definitions.setdefault(_fold(block.name), block)
        return self._definitions.get(_fold(label))

    def reference(self, writer: _Writer, inline: Inline) -> str:
        """The HTML of a reference; the source as text when no such note is defined."""
        label = _fold(inline.target)
        note = self._by_label.get(label)
        if note is None:
            definition = self._definition(inline.target)
            if definition is None:
                return escape(self._document.slice(inline.span))
            note = self._add(inline.target, definition.children, ())
            self._by_label[label] = note
        return self._mark(writer, note)

    def inline_note(self, writer: _Writer, inline: Inline) -> str:
        """The HTML of the reference to a note that stands in the text."""
        return self._mark(writer, self._add("", (), inline.children))

    def _add(self, label: str, blocks: tuple[Block, ...], inlines: tuple[Inline, ...]) -> _Note:
        number = len(self._order) + 1
        key = slug(label) or f"note-{number}"
        while key in self._keys:
            key = f"{key}-{number}"
        self._keys.add(key)
        note = _Note(number, key, blocks, inlines)
        self._order.append(note)
        return note

    def _mark(self, writer: _Writer, note: _Note) -> str:
        times = len(note.references) + 1
        if writer.options.profile != "site":
            ref = f"fnref{note.number}" if times == 1 else f"fnref{note.number}-{times}"
            note.references.append(ref)
            return f'<sup class="footnote-ref"><a href="#fn{note.number}" id="{ref}">{note.number}</a></sup>'
        prefix = escape(writer.options.id_prefix)
        ref = f"{prefix}fnref-{note.key}" if times == 1 else f"{prefix}fnref-{note.key}-{times}"
        note.references.append(ref)
        mark = f'<sup><a href="#{prefix}fn-{note.key}" id="{ref}" role="doc-noteref">{note.number}</a></sup>'
        return mark + self._beside(writer, note) if writer.beside and times == 1 and not self._at_end else mark

    def _beside(self, writer: _Writer, note: _Note) -> str:
        """A note of one paragraph beside its reference; "" for a longer one and one that holds notes itself, which
        stand at the end."""
        inlines = note.inlines
        if len(note.blocks) == 1 and note.blocks[0].kind == "paragraph":
            inlines = note.blocks[0].inlines
        if not inlines or any(inline.kind in ("footnote_ref", "inline_note", "embed") for inline in inlines):
            return ""
        writer.beside, note.beside = False, True
        html = writer.captured((), inlines)
        writer.beside = True
        return f'{SIDE} id="{escape(writer.options.id_prefix)}fn-{note.key}"><sup>{note.number}</sup> {html}</span>'

    def write(self, writer: _Writer) -> None:
        """Append the list of the notes that were referred to; nothing when there are none."""
        if not self._order:
            return
        at, self._at_end = 0, True
        while at < len(self._order):  # a note may refer to further notes
            note = self._order[at]
            note.html = "" if note.beside else writer.captured(note.blocks, note.inlines)
            at += 1
        if all(note.beside for note in self._order):
            return
        site = writer.options.profile == "site"
        role = ' role="doc-endnotes" aria-label="Footnotes"' if site else ""
        prefix = f"{escape(writer.options.id_prefix)}fn-" if site else "fn"
        writer.out.append(f'<section class="footnotes"{role}>\n<ol>\n')
        for note in self._order:
            if note.beside:
                continue
            key = note.key if site else note.number
            back = " ".join(self._back_links(note, site))
            html = note.html
            if html.endswith("</p>\n"):
                html = f"{html[:-5]} {back}</p>\n"
            elif note.inlines or not html.endswith("\n"):
                html = f"<p>{html} {back}</p>\n"
            else:
                html = f"{html}{back}\n"
            value = f' value="{note.number}"' if writer.options.side_notes else ""
            writer.out.append(f'<li id="{prefix}{key}"{value}>\n{html}</li>\n')
        writer.out.append("</ol>\n</section>\n")

    def _back_links(self, note: _Note, site: bool) -> list[str]:
        if not site:
            return [f'<a href="#{ref}" class="footnote-backref">↩</a>' for ref in note.references]
        many = len(note.references) > 1
        return [
            f'<a href="#{ref}" role="doc-backlink" aria-label="Back to reference {note.number}'
            f'{f", place {place}" if many else ""}">↩{f"<sup>{place}</sup>" if many else ""}</a>'
            for place, ref in enumerate(note.references, 1)
        ]
