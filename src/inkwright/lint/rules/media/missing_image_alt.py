"""Pictures that say nothing to those who cannot see them."""

import posixpath
from collections.abc import Iterator

from inkwright.lint.links import html_tags
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each image without a description."""
    for image in document.inlines_of("image"):
        alt = image.plain().strip()
        if not alt:
            yield found(image.span, "this picture has no description: say in the brackets what it shows")
        elif alt == posixpath.basename(image.target):
            yield found(image.span, "the file name describes nothing: say what the picture shows")
    for tag in html_tags(document):
        if tag.name == "img" and "alt" not in tag.attributes and "{..." not in document.slice(tag.span):
            yield found(tag.span, 'this picture has no description: add alt="..." (alt="" when it is decoration)')
