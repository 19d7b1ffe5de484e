"""Passages that stand in one of the author's sources and are not quoted."""

from collections.abc import Iterator

from inkwright.lint.originality import Copy, copies
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_ADVICE = {
    "note": "if the words are not yours, quote them and link the source, or say it in your own",
    "paper": "quote them and cite the paper, or say it in your own words",
    "post": "you have said this before: a link to it may serve better",
}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each copied passage that is not marked as a quotation with its source."""
    if context.sources is None:
        return
    for copy in copies(document, context.sources):
        if not copy.quoted:
            yield found(copy.span, _message(copy), severity="warning" if copy.source.address else "")


def _message(copy: Copy) -> str:
    source = copy.source
    same = "all" if copy.shared == copy.words else str(copy.shared)
    place = f"{source.path}:{copy.line}" + (f" ({source.address})" if source.address else "")
    return f"{same} of these {copy.words} words stand in {place}: {_ADVICE[source.kind]}"
