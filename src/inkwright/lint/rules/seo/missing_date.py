"""Posts without a date."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the top of a finished post without a date."""
    metadata = context.metadata
    if context.is_post and not metadata.date and not metadata.draft and not document.front_matter.problems:
        start = document.front_matter.span.start
        yield found(Span(start, start), "this post has no date: add `date:` before it is published")
