"""Code that failed when it was last run."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.snippets import snippets


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the first snippet when the last run of this very code failed."""
    if context.run_state == "failed":
        for snippet in snippets(document)[:1]:
            message = "a snippet of this post failed when it was last run: `inkwright run` says which"
            yield found(opening_line(document, snippet.block), message)
