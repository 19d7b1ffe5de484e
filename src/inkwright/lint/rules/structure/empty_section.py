"""Headings with nothing under them."""

from collections.abc import Iterator
from itertools import zip_longest

from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding

TELLS = 7
"""Words from which on a heading may be all that there is to say. **Source:** own choice."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each heading behind which the next of its level or above, or the end of the post, stands."""
    headings = outline_headings(document)
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.span.start if following else len(document.text)
        below = following is not None and (following.level > heading.level or following.level == 1)
        if not below and _is_label(heading) and not document.text[heading.span.end : end].strip():
            yield found(heading.span, "nothing stands under this heading: write the section or take the heading out")


def _is_label(heading: Block) -> bool:
    """Whether a heading names what should follow, and is neither bare nor a statement."""
    return 0 < len(heading.plain().split()) < TELLS
