"""Code, shown output or data that changed since it was last run."""

from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.snippets import snippets


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each snippet for which the record of the last run no longer holds; at the first when none can be
    named."""
    run = context.run
    if run is None or run.state != "stale":
        return
    files = f"{', '.join(run.files)} changed" if run.files else "the code or its output changed"
    message = f"{files} since this was last run: `inkwright run` it again"
    all_of = snippets(document)
    for snippet in [one for one in all_of if one.number in run.snippets] or all_of[:1]:
        yield found(opening_line(document, snippet.block), message)
