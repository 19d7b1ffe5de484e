"""Where a key of the front matter stands, and whether a file is a post that readers will see."""

from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.span import Span


def is_published_post(document: Document, context: Context) -> bool:
    """Whether metadata matters: a post of the workspace, or any file with both a title and a date, as posts have.
    Notes of a vault and pages of a project's documentation need none."""
    if document.front_matter.problems:
        return False
    return context.is_post or bool(context.metadata.title and context.metadata.date)


def key_span(document: Document, key: str) -> Span:
    """The characters of the value of a key, the start of the front matter when it is not there."""
    front = document.front_matter
    place = front.key_spans.get(key)
    if place is None:
        return Span(front.span.start, front.span.start)
    return Span(place.start, place.start + len(document.slice(place).rstrip()))


def first_key(document: Document, *keys: str) -> str:
    """The first of some keys that the front matter has with a text for a value, "" for none."""
    data = document.front_matter.data
    return next((key for key in keys if isinstance(data.get(key), str) and data[key].strip()), "")


def title_place(document: Document, context: Context) -> tuple[str, Span]:
    """The title of a post and where it stands: in the front matter, else as the first heading of a post of the
    workspace or of a file without front matter that starts with it. ("", the start) when there is none."""
    key = first_key(document, "title")
    if key:
        return str(document.front_matter.data[key]).strip(), key_span(document, key)
    start = document.front_matter.span.start
    first = next(iter(document.of_kind("heading")), None)
    if first is not None and first.level == 1 and (context.is_post or not document.front_matter.format):
        return first.plain().strip(), first.inner
    return context.metadata.title, Span(start, start)
