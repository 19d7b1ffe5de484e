"""Parts that the kind of post asks for and the post does not have."""

from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.rule import found
from inkwright.lint.template_check import lacks
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each part that is missing: on its section's heading, or on `template:` for a whole section."""
    if context.template is None:
        return
    name = context.template.name.lower()
    for lack in lacks(document, context.template):
        if lack.heading is None:
            yield found(key_span(document, "template"), f"{name}: the section “{lack.section}” is missing")
        else:
            yield found(lack.heading.inner, f"{name}: “{lack.section}” lacks {lack.part}")
