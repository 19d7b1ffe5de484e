"""Markdown to an immutable `Document`: front matter, blocks and inlines with exact spans."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

import pyromark
from pyromark import Options

from inkwright.model.document import Block, Dialect, Document, Source
from inkwright.model.span import Span
from inkwright.text.front_matter import read_front_matter
from inkwright.text.offsets import byte_to_char
from inkwright.text.tree import TreeBuilder

EXTENSIONS = (
    Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
    | Options.ENABLE_MATH | Options.ENABLE_GFM | Options.ENABLE_HEADING_ATTRIBUTES | Options.ENABLE_WIKILINKS
    | Options.ENABLE_DEFINITION_LIST
)  # fmt: skip
_DIALECTS: dict[str, Dialect] = {".mdx": "mdx", ".qmd": "quarto", ".rmd": "quarto"}


def dialect_of(path: str) -> Dialect:
    """The dialect that a file name asks for."""
    return _DIALECTS.get(PurePosixPath(path).suffix.lower(), "markdown")


def parse_text(text: str, path: str = "") -> Document:
    """Parse a text under the dialect of its path; see `parse`."""
    return parse(Source(path, text, dialect_of(path)))


def parse(source: Source, extensions: bool = True) -> Document:
    """A document with exact character spans for every block and inline. Never raises for any text.

    `extensions=False` gives plain CommonMark without front matter, as the specification's examples want it.
    Empty text gives a document without blocks.
    """
    text = source.text
    front = read_front_matter(text) if extensions else read_front_matter("")
    body_start = front.span.end
    if body_start == 0 and text.startswith("\ufeff"):
        body_start = 1
    body = text[body_start:]
    to_char = byte_to_char(body)
    options = EXTENSIONS if extensions else Options(0)
    events: Any = pyromark.events_with_range(body, options=options)
    builder = TreeBuilder(text, lambda offset: to_char(offset) + body_start)
    blocks = builder.build(events)
    definitions = _definitions(pyromark.reference_definitions(body, options=options), to_char, body_start)
    return Document(source, front, tuple(sorted((*blocks, *definitions), key=lambda block: block.span)))


def _definitions(found: Any, to_char: Callable[[int], int], base: int) -> list[Block]:
    """Link definitions as blocks of kind "definition"; they stand where they were written."""
    blocks = []
    for label, entry in found.items():
        place = entry["span"]
        span = Span(to_char(place["start"]) + base, to_char(place["end"]) + base)
        blocks.append(Block("definition", span, span, name=label, text=entry["dest"], info=entry["title"] or ""))
    return blocks
