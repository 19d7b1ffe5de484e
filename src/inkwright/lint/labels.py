"""Link texts that are the title of what they lead to, rather than words of the author."""

from inkwright.model.document import Document
from inkwright.model.span import Span

_TITLE = 4
"""Words from which on the text of a link is a title or describes the page behind it."""


def is_label(document: Document, span: Span) -> bool:
    """Whether a span lies inside the text of a link that is long enough for a title."""
    return any(
        link.span.start < span.start and span.end < link.span.end and len(link.plain().split()) >= _TITLE
        for link in document.inlines_of("link")
    )
