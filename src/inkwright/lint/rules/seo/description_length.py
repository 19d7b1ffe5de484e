"""Descriptions that are cut off in search results."""

from collections.abc import Iterator

from inkwright.lint.front import first_key, key_span
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a description above the limit, or of a few words in a post that is to be found by a keyword."""
    key = first_key(document, "description", "summary", "excerpt")
    length = len(" ".join(str(document.front_matter.data[key]).split())) if key else 0
    if length > number(context, "description-length", "characters"):
        yield found(key_span(document, key), f"a description of {length} characters: about 160 are shown")
    elif (
        length
        and context.is_post
        and context.metadata.keyword
        and length < number(context, "description-length", "least")
    ):
        yield found(key_span(document, key), f"a description of {length} characters: there is room for 150 to 160")
