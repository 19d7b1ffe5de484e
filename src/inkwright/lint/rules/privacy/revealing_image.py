"""Pictures whose files tell of places, people and devices."""

from collections.abc import Iterator

from inkwright.lint.pictures import told_by_pictures
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.picture import Trace

_SAYS = {"place": "where it was taken", "device": "which device it came from"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each picture that tells anything."""
    authors = _authors(document, context)
    for span, path, traces in told_by_pictures(document, context):
        told = dict.fromkeys(filter(None, (_said(trace, authors) for trace in traces)))
        if told:
            says = " and ".join(told)
            advice = "take its metadata out (`exiftool -all=` does)"
            yield found(span, f"the file {path} says {says}: {advice}")


def _said(trace: Trace, authors: str) -> str:
    """What a trace gives away in words, "" for nothing."""
    if trace.kind == "person":
        words = [word for word in trace.value.casefold().split() if len(word) > 2 and word.isalpha()]
        known = not words or any(word in authors for word in words)
        return "" if known else f"who made it ({trace.value[:40]}, {trace.name})"
    return f"{_SAYS[trace.kind]} ({trace.name})" if trace.kind in _SAYS else ""


def _authors(document: Document, context: Context) -> str:
    data = document.front_matter.data
    return f"{data.get('author', '')} {' '.join(context.metadata.authors)}".casefold()
