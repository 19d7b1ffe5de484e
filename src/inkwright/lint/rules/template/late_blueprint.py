"""Companion code that is older than the blueprint it should follow."""

from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on `companion:` when the first commit of that code is from an earlier day than the blueprint's."""
    companion = context.design.companion
    if companion is None or (companion.blueprint and companion.blueprint <= companion.started):
        return
    since = f"the blueprint on {companion.blueprint}" if companion.blueprint else "no commit holds the blueprint yet"
    message = f"the code in {companion.folder} began on {companion.started}, {since}: draw first the next time"
    yield found(key_span(document, "companion"), message)
