"""What Harper found, where it was asked."""

from collections.abc import Iterator

from inkwright.lint.grammar_report import report
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each slip in the author's own prose; none when nothing was asked."""
    if context.slips:
        yield from report(document, context.slips)
