"""Code that failed when it was last run."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.snippets import snippets


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each snippet that failed when this very code was last run; at the first when none is named."""
    run = context.run
    if run is None or run.state != "failed":
        return
    all_of = snippets(document)
    for snippet in [one for one in all_of if one.number in run.snippets] or all_of[:1]:
        yield found(opening_line(document, snippet.block), "this failed when it was last run: `inkwright run` says why")
