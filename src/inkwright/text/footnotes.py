"""Which notes of a text its readers can come to."""

from inkwright.model.document import Block, Document
from inkwright.model.span import Span


def unreferenced(document: Document) -> frozenset[Span]:
    """Where the footnotes stand that nothing shown refers to: no reader sees them. Notes within notes count when the
    outer one is seen."""
    notes = document.of_kind("footnote")
    if not notes:
        return frozenset()
    named: dict[str, list[Block]] = {}
    for note in notes:
        named.setdefault(fold(note.name), []).append(note)
    inside = [(one, [note.span for note in notes if _within(one.span, note.span)])
              for one in document.inlines_of("footnote_ref")]  # fmt: skip
    seen: set[Span] = set()
    while True:
        labels = {fold(one.target) for one, around in inside if all(span in seen for span in around)}
        more = {note.span for label in labels for note in named.get(label, ())} - seen
        if not more:
            return frozenset(note.span for note in notes) - seen
        seen |= more


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def fold(label: str) -> str:
    """A label as references are compared with it."""
    return " ".join(label.split()).casefold()
