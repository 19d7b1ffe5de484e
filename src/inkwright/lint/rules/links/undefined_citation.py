"""Citations, numbered or by key, without their reference."""

from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.citations import references
from inkwright.text.keyed_citations import cited

KEY = "bibliography"


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each number that the list of references does not have, each key that the bibliography does not
    have, and each bibliography that is not there."""
    known = references(document)
    numbers = {entry.number for entry in known.entries}
    for citation in known.citations:
        if citation.number not in numbers:
            numbers.add(citation.number)
            yield found(citation.span, f"the references have no [{citation.number}]")
    works = context.bibliography
    for name in works.missing:
        yield found(key_span(document, KEY), f"there is no bibliography `{name}`: write its path as seen from the post")
    if works.files and not works.missing:
        yield from _unknown_keys(document, context)


def _unknown_keys(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each key that no entry has, where it is first cited."""
    works = context.bibliography
    seen = set(works.references)
    for citation in cited(document):
        for work in citation.works:
            if work.key not in seen:
                seen.add(work.key)
                yield found(work.span, f"`{work.key}` is not in {' or '.join(works.files)}{_faults(context)}")


def _faults(context: Context) -> str:
    """Where the bibliography cannot be read, which may be why a key is missing."""
    faults = context.bibliography.faults
    told = ", ".join(f"{fault.path}:{fault.line} ({fault.message})" for fault in faults[:3])
    return f", where an entry cannot be read: {told}" if told else ""
