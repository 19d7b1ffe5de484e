"""What the reader of front matter could not understand."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each problem met while the front matter was read."""
    is_template = "template" in context.path.lower()
    for problem in document.front_matter.problems:
        if is_template and document.slice(problem.span).startswith("{{"):
            continue  # a template of a vault, whose dates are filled in when a note is made from it
        yield found(problem.span, problem.message)
