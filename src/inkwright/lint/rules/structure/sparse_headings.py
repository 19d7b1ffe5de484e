"""Long stretches of text under one heading."""

from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.stretches import under_headings
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.prose import word_count


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each stretch above the limit, at its heading."""
    limit = number(context, "sparse-headings", "words")
    for stretch in under_headings(document) if word_count(document) > limit else ():
        if stretch.words > limit:
            yield found(
                stretch.span, f"{stretch.words} words under one heading: a reader looks for one about every 300"
            )
