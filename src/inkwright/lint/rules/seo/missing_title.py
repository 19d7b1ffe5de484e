"""Posts without a title."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the top of a post that says its title nowhere."""
    if context.is_post and not context.metadata.title and not document.front_matter.problems:
        first = next(iter(document.of_kind("heading")), None)
        if first is None or first.level > 1:
            start = document.front_matter.span.start
            yield found(Span(start, start), "this post has no title: add `title:` to its front matter")
