"""Titles without the keyword that their post declares."""

from collections.abc import Iterator

from inkwright.lint.front import title_place
from inkwright.lint.intro import holds_keyword
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the title when a keyword is declared and not in it."""
    keyword = context.metadata.keyword.strip()
    title, place = title_place(document, context)
    if keyword and title and not holds_keyword(f"{title} {context.metadata.subtitle}", keyword):
        yield found(place, f"the title does not say “{keyword}”, which the post is to be found by")
