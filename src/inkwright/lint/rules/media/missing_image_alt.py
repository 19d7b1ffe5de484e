"""Pictures that say nothing to those who cannot see them."""

import re
from collections.abc import Iterator

from inkwright.lint.fences import opening_line
from inkwright.lint.links import html_tags
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.drawn import drawn_as
from inkwright.text.info_string import parse_info

_FILE = regex(r"[\w.%+ -]*\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.I)
_NOTHING = frozenset(
    {"image", "img", "picture", "pic", "photo", "screenshot", "screen shot", "alt", "alt text", "image alt text",
     "image description", "untitled", "graphic"}
)  # fmt: skip
"""Words that say that something is a picture, which everybody hears anyway."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each image without a description."""
    for image in document.inlines_of("image"):
        alt = image.plain().strip()
        if not alt:
            yield found(image.span, "this picture has no description: say in the brackets what it shows")
        elif said := _empty(alt):
            yield found(image.span, said)
    for tag in html_tags(document):
        if tag.name == "img" and "alt" not in tag.attributes and "{..." not in document.slice(tag.span):
            yield found(tag.span, 'this picture has no description: add alt="..." (alt="" when it is decoration)')
        elif tag.name == "img" and (said := _empty(tag.attributes.get("alt", ""))):
            yield found(tag.span, said)
    for block in document.of_kind("code"):
        if drawn_as(block) == "chart" and (said := _silent(parse_info(block.info).options.get("alt", "").strip())):
            yield found(opening_line(document, block), said)


def _silent(alt: str) -> str:
    return _empty(alt) if alt else 'this chart has no description: add alt="..." with what it shows'


def _empty(alt: str) -> str:
    """What is wrong with a description that tells nothing, "" when it tells something."""
    if _FILE.fullmatch(alt.strip()):
        return "the file name describes nothing: say what the picture shows"
    if alt.strip().lower() in _NOTHING:
        return f"“{alt.strip()}” describes nothing: say what the picture shows"
    return ""
