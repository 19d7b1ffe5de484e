"""Titles that are cut off wherever they are shown."""

from collections.abc import Iterator

from inkwright.lint.front import first_key, key_span
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a title above the limit."""
    key = first_key(document, "title")
    length = len(str(document.front_matter.data[key]).strip()) if key else 0
    wanted = "searched" if context.is_post and context.metadata.keyword else "characters"
    if length > number(context, "title-length", wanted):
        yield found(key_span(document, key), f"a title of {length} characters: about 60 are shown")
