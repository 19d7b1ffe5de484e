"""More than one heading of the first level."""

from collections.abc import Iterator

from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at the second such heading, whatever number there is."""
    tops = [heading for heading in outline_headings(document) if heading.level == 1]
    if len(tops) > 1:
        yield found(
            tops[1].span, f"{len(tops)} headings of level 1: a page has one title, its sections start with `##`"
        )
