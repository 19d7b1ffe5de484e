"""Citations by key: numbered in the order of first mention, with the list of what was cited and its links back.

**Source:** decision 0022: numbers, because they are short in running text, the same in mail and feeds, and those that
engineers write by hand.
"""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct, field

from inkwright.model.document import Block, Document, Inline
from inkwright.model.reference import Reference
from inkwright.render.escape import encode_url, escape, is_safe_url, slug
from inkwright.render.options import RenderOptions
from inkwright.text.keyed_citations import Cited, Work, read_citation

_NAMED = 6
"""Authors of one work that are all named; of more only the first three are."""
_TITLES = frozenset({"references", "bibliography", "works cited", "sources", "literature"})
HERE = "\ue002works\ue002"
"""Stands where the author wants the list until all citations are known."""


class _Writer(Protocol):
    """What citations need of the writer that uses them."""

    out: list[str]
    options: RenderOptions


class _Listed(Struct, eq=False):
    reference: Reference
    number: int
    name: str
    places: list[str] = field(default_factory=list)


class Citations:
    """The citations of one document while it is written."""

    def __init__(self, document: Document, references: Mapping[str, Reference]) -> None:
        self._document = document
        self._references = references
        self._listed: dict[str, _Listed] = {}
        self._names: set[str] = set()

    def mark(self, writer: _Writer, inline: Inline) -> str | None:
        """The HTML of a citation; None for one of which no work is known."""
        found = read_citation(self._document, inline) if self._references else Cited((), False)
        if not any(work.key in self._references for work in found.works):
            return None
        if found.bracketed:
            return f'<span class="citation">[{"; ".join(self._whole(writer, work) for work in found.works)}]</span>'
        (work,) = found.works
        short = escape(self._references[work.key].short)
        return f'{short} <span class="citation">[{self._link(writer, work)}]</span>'

    def _whole(self, writer: _Writer, work: Work) -> str:
        before = f"{escape(work.before)} " if work.before else ""
        after = escape(work.after)
        apart = "" if not after or after[0] in ",.:)" else " "
        return f"{before}{self._link(writer, work)}{apart}{after}"

    def _link(self, writer: _Writer, work: Work) -> str:
        reference = self._references.get(work.key)
        if reference is None:
            return f"<strong>{escape(work.key)}?</strong>"
        listed = self._listed.get(work.key)
        prefix = escape(writer.options.id_prefix)
        if listed is None:
            listed = self._listed[work.key] = _Listed(reference, len(self._listed) + 1, self._name(work.key))
        place = f"{prefix}cite-{listed.name}" + (f"-{len(listed.places) + 1}" if listed.places else "")
        listed.places.append(place)
        return f'<a href="#{prefix}work-{listed.name}" id="{place}" role="doc-biblioref">{listed.number}</a>'

    def _name(self, key: str) -> str:
        """A key as a part of an id, unlike any before."""
        name = slug(key) or "work"
        while name in self._names:
            name += "-x"
        self._names.add(name)
        return name

    def place(self, writer: _Writer) -> None:
        """Keep the place below the text for the list where the text ends with its heading: footnotes follow it."""
        if self._references and _is_titled(self._document):
            writer.out.append(HERE)

    def write(self, writer: _Writer) -> None:
        """Put the list of the cited works where the author wants it, else at the end; nothing when none was cited."""
        html = self._html(escape(writer.options.id_prefix), writer.options.heading_shift)
        place = -1
        for at, piece in enumerate(writer.out):
            if HERE in piece:
                writer.out[at] = piece.replace(HERE, html if place < 0 else "")
                place = at
        if html and place < 0:
            writer.out.append(html)

    def _html(self, prefix: str, shift: int) -> str:
        if not self._listed:
            return ""
        level = min(6, 2 + shift)
        heading = "" if _is_titled(self._document) else f"<h{level}>References</h{level}>\n"
        items = "".join(
            f'<li id="{prefix}work-{one.name}">{reference_html(one.reference)} {_back(one)}</li>\n'
            for one in self._listed.values()
        )
        return (
            f'<section class="references footnotes" role="doc-bibliography" aria-label="References">\n'
            f"{heading}<ol>\n{items}</ol>\n</section>\n"
        )


def _is_titled(document: Document) -> bool:
    """Whether the text itself ends with the heading of the list, or gives the list its place."""
    last = next((block for block in reversed(document.blocks) if block.kind not in ("comment", "footnote")), None)
    ends = last is not None and last.kind == "heading" and last.plain().strip().rstrip(":").lower() in _TITLES
    return ends or ("#refs" in document.text and any(map(is_place, document.all_blocks)))


def is_place(block: Block) -> bool:
    """Whether a block is the div of Pandoc, with the id `refs`, that says where the list goes."""
    return block.kind == "opaque" and ("id", "refs") in block.attrs


def _back(listed: _Listed) -> str:
    many = len(listed.places) > 1
    return " ".join(
        f'<a href="#{place}" role="doc-backlink" aria-label="Back to citation {listed.number}'
        f'{f", place {number}" if many else ""}">↩{f"<sup>{number}</sup>" if many else ""}</a>'
        for number, place in enumerate(listed.places, 1)
    )


def reference_html(reference: Reference) -> str:
    """A work as a line of the list, its link last."""
    text = [escape(part) for part in _parts(reference)]
    if reference.url and is_safe_url(reference.url):
        text.append(f'<a href="{encode_url(reference.url)}">{escape(reference.label or reference.url)}</a>.')
    return " ".join(text)


def reference_text(reference: Reference) -> str:
    """A work as a line of plain text, its address last."""
    return " ".join([*_parts(reference), *([reference.url] if reference.url else [])])


def _parts(reference: Reference) -> list[str]:
    """Authors, title, and where and when it appeared, each ended by a full stop; what is not known is left out."""
    names = [person.whole for person in reference.authors]
    others = reference.others or len(names) > _NAMED
    names = names[:3] if len(names) > _NAMED else names
    people = ", ".join(names) + (" et al." if others else "")
    if not others and len(names) > 1:
        people = f"{', '.join(names[:-1])} and {names[-1]}"
    title = f"“{_ended(reference.title)}”" if reference.title else ""
    isbn = f"ISBN {reference.isbn}" if reference.isbn and not reference.url else ""
    place = ", ".join(filter(None, (reference.container, reference.detail, reference.year, isbn)))
    return list(filter(None, (_ended(people), title, _ended(place)))) or [reference.key]


def _ended(text: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}."
