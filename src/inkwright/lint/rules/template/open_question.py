"""Questions that a plan leaves open."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.plan_marks import plan_marks


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each question of a plan that is not ticked."""
    for plan in plan_marks(document):
        for bullet in plan.bullets:
            if bullet.question and not bullet.ticked and bullet.text:
                yield found(bullet.span, f"still open: {bullet.text}")
