"""What a post says before its first section, in paragraphs, and what it says after."""

from inkwright.lint.outline import outline_headings
from inkwright.lint.tokens import prose
from inkwright.model.document import Document, Passage

_PARAGRAPHS = 5
"""Paragraphs that count as an opening when no heading ends it sooner."""


def opening(document: Document) -> list[Passage]:
    """The paragraphs and items before the first heading below the title, at most five paragraphs; empty without any.

    A post that starts with a heading right away (Introduction) has what stands below that one.
    """
    headings = [heading.span.start for heading in outline_headings(document) if heading.level > 1]
    found: list[Passage] = []
    paragraphs = 0
    for passage in prose(document):
        if passage.kind == "heading":
            continue
        if found and any(found[-1].span.start < start < passage.span.start for start in headings):
            break
        paragraphs += passage.kind == "paragraph"
        if paragraphs > _PARAGRAPHS:
            break
        found.append(passage)
    return found


def after(document: Document, last: Passage) -> list[Passage]:
    """All prose after a passage, headings included."""
    return [passage for passage in prose(document) if passage.span.start > last.span.start]
