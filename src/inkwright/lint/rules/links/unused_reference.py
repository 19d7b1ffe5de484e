"""References and footnotes that nothing in the text points at."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.citations import references


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each reference of a numbered list and each footnote without a place that cites it."""
    known = references(document)
    cited = {citation.number for citation in known.citations}
    for entry in known.entries if cited else ():
        if entry.number not in cited:
            yield found(entry.mark, f"nothing cites reference [{entry.number}]")
    used = {inline.target.lower() for inline in document.inlines_of("footnote_ref")}
    for note in document.of_kind("footnote"):
        if note.name.lower() not in used:
            mark = document.text.find("]", note.span.start, note.span.end) + 1
            yield found(
                Span(note.span.start, mark or note.span.end), f"nothing points at the footnote `[^{note.name}]`"
            )
