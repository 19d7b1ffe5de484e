"""Posts without a description."""

from collections.abc import Iterator

from inkwright.lint.front import is_published_post
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the top of a post that has no description."""
    if is_published_post(document, context) and not context.metadata.description:
        start = document.front_matter.span.start
        yield found(Span(start, start), "this post has no `description:`: say in one sentence what the reader gets")
