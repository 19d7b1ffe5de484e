"""Links to what is not there any more, as asking told."""

from collections.abc import Iterator

from inkwright.lint.external import answered
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

TO_DO = "link to what took its place or to an archived copy, or take the link out"


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link to a dead address; none when nothing was asked."""
    for link, answer in answered(document, context):
        if answer.state == "dead":
            yield found(link.span, f"<{link.address}> is dead: {answer.said}; {TO_DO}")
