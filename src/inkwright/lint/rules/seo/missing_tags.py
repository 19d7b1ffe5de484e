"""Posts without tags."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the top of a post without tags."""
    if context.is_post and not context.metadata.tags and not document.front_matter.problems:
        start = document.front_matter.span.start
        yield found(Span(start, start), "this post has no `tags:`: two or three words that its readers would look for")
