"""The pictures of a document with what their files say beside the picture."""

from collections.abc import Iterator

from inkwright.lint.links import targets
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.picture import Trace
from inkwright.model.span import Span


def told_by_pictures(document: Document, context: Context) -> Iterator[tuple[Span, str, tuple[Trace, ...]]]:
    """Where each picture first stands, its path, and what its file says; pictures that say nothing are left out."""
    if not context.pictures:
        return
    seen = set()
    for target in targets(document, context.path, context.roots):
        place = next((path for path in target.candidates if path in context.pictures), "") if target.image else ""
        if place and place not in seen:
            seen.add(place)
            yield target.span, place, context.pictures[place]
