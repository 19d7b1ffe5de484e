"""Code or shown output that changed since it was last run."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.snippets import snippets


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the first snippet when the record of the last run no longer holds for the text."""
    if context.run_state == "stale":
        for snippet in snippets(document)[:1]:
            message = "the code or its output changed since it was last run: `inkwright run` it again"
            yield found(opening_line(document, snippet.block), message)
