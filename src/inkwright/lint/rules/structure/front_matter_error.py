"""What the reader of front matter could not understand."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each problem met while the front matter was read."""
    for problem in document.front_matter.problems:
        yield found(problem.span, problem.message)
