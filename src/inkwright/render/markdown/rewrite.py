"""The one entrance: a document, how a platform writes Markdown, and where things are -> the text for that platform."""

from collections.abc import Callable, Mapping

from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.model.site import Loss
from inkwright.model.source import Source
from inkwright.model.span import Span
from inkwright.render.markdown.callouts import callout_edits
from inkwright.render.markdown.flavour import Flavour, Places, Written
from inkwright.render.markdown.leaves import Leaves
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.markdown import parse
from inkwright.text.public import hidden_edits, title_block

MOST = 50
"""Callouts in callouts; beyond these they stay as they are written."""
_REFERENCE = regex(r"\[\^[^\]\s]+\](?!:)")


def rewritten(document: Document, flavour: Flavour, places: Places, title: str = "") -> Written:
    """The body of a post for another platform, without front matter, and without its first heading where that is the
    `title`. "" for a post without text."""
    leaves = Leaves(document, flavour, places)
    start = document.front_matter.span.end
    head = title_block(document, title)
    first = [Edit(Span(0, start), ""), *([Edit(_whole(document, head), "")] if head else [])]
    blocks = [edit for edit in leaves.edits() if edit.span.start >= start]
    edits = non_overlapping([*first, *blocks, *hidden_edits(document)])
    losses = [*leaves.lost, *_lost(document, flavour)]
    text = apply(document.text, edits)
    source = document.source
    for step in (_notes(flavour), _callouts(flavour)):
        text = step(Source(source.path, text, source.dialect))
    return Written(text.lstrip("\r\n"), _counted(document, losses, leaves.unnamed))


def _whole(document: Document, block: Block) -> Span:
    end = document.text.find("\n", block.span.end)
    return Span(block.span.start, len(document.text) if end < 0 else end + 1)


def _lost(document: Document, flavour: Flavour) -> list[tuple[str, int]]:
    """What the platform has no form of, wherever it stands."""
    found = []
    if flavour.callouts == "quote":
        found += [("callout shown as a quotation", one.span.start) for one in document.of_kind("callout")]
    if not flavour.notes:
        notes: list[Block | Inline] = [*document.of_kind("footnote"), *document.inlines_of("inline_note")]
        found += [("footnote shown as a numbered note at the end", one.span.start) for one in notes]
    if flavour.math == ("`", "`"):
        formulas = [one for one in document.inlines_of("math") if one.name != "display"]
        found += [("formula in a sentence shown as its TeX", one.span.start) for one in formulas]
    if flavour.highlight[0] == "**":
        found += [("marked words shown in bold", one.span.start) for one in document.inlines_of("highlight")]
    return found


def _counted(document: Document, lost: list[tuple[str, int]], unnamed: Mapping[str, str]) -> tuple[Loss, ...]:
    """Losses of a kind as one, at the first of them."""
    found: dict[str, list[int]] = {}
    for what, at in lost:
        found.setdefault(what, []).append(at)
    path = document.source.path
    made = [Loss(what, len(at), path, document.position(min(at)).line, unnamed.get(what, ""))
            for what, at in found.items()]  # fmt: skip
    return tuple(sorted(made, key=lambda loss: (loss.line, loss.what)))


def _callouts(flavour: Flavour) -> Callable[[Source], str]:
    def step(source: Source) -> str:
        """One after the other, the innermost last, since each changes where the next one stands."""
        if flavour.callouts == "alert":
            return source.text
        text = source.text
        for _ in range(MOST):
            edits = callout_edits(parse(Source(source.path, text, source.dialect)), flavour)
            if not edits:
                break
            text = apply(text, edits)
        return text

    return step


def _notes(flavour: Flavour) -> Callable[[Source], str]:
    def step(source: Source) -> str:
        text = source.text
        if not flavour.inline_notes and "^[" in text:
            text = _noted(parse(source))
        return text if flavour.notes else _numbered(parse(Source(source.path, text, source.dialect)))

    return step


def _noted(document: Document) -> str:
    """Notes in sentences as footnotes below the text."""
    known = {block.name for block in document.of_kind("footnote")}
    edits, below = [], []
    for number, note in enumerate(document.inlines_of("inline_note"), 1):
        label = f"note-{number}"
        while label in known:
            label += "x"
        edits.append(Edit(note.span, f"[^{label}]"))
        below.append(f"[^{label}]: {' '.join(document.slice(note.inner).split())}")
    if not edits:
        return document.text
    return f"{apply(document.text, non_overlapping(edits)).rstrip()}\n\n" + "\n\n".join(below) + "\n"


def _numbered(document: Document) -> str:
    """Footnotes as numbers in brackets and a list below the text, for who has none."""
    order: dict[str, int] = {}
    edits: list[Edit] = []
    defined = {" ".join(block.name.split()).casefold(): block for block in document.of_kind("footnote")}
    for reference in document.inlines_of("footnote_ref"):
        label = " ".join(reference.target.split()).casefold()
        if label in defined:
            edits.append(Edit(reference.span, f"[{order.setdefault(label, len(order) + 1)}]"))
    if not order:
        return document.text
    words = {label: _note_text(document, block) for label, block in defined.items()}
    edits += [Edit(_whole(document, block), "") for block in defined.values()]
    below = [f"{number}. {words[label]}" for label, number in order.items()]
    kept = [edit for edit in edits if not any(_within(edit, block) for block in defined.values())]
    text = apply(document.text, non_overlapping(kept)).rstrip()
    return f"{text}\n\n**Notes**\n\n" + "\n".join(below) + "\n"


def _within(edit: Edit, block: Block) -> bool:
    return block.span.start < edit.span.start and edit.span.end < block.span.end


def _note_text(document: Document, block: Block) -> str:
    """What a note says, on one line."""
    return " ".join(_REFERENCE.sub("", document.slice(Span(block.inner.start, block.span.end))).split())
