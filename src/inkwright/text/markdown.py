"""Markdown to an immutable `Document`: front matter, blocks and inlines with exact spans."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

import pyromark
from msgspec import Struct
from pyromark import Options

from inkwright.model.document import Block, Dialect, Document, FrontMatter, Source
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.collector import collector_paused
from inkwright.text.edited import edited
from inkwright.text.front_matter import read_front_matter
from inkwright.text.graft import DialectGrafts, paired, spots
from inkwright.text.offsets import byte_to_char
from inkwright.text.scan import Found, scan, wanted
from inkwright.text.tree import TreeBuilder

EXTENSIONS = (
    Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
    | Options.ENABLE_MATH | Options.ENABLE_GFM | Options.ENABLE_HEADING_ATTRIBUTES | Options.ENABLE_WIKILINKS
)  # fmt: skip
_LONE_RETURN = regex(r"\r(?!\n)")
_DEFINITION = regex(r"^ {0,3}:[ \t]+\S", re.M)
_DEFINITION_STARTS = ("\n:", "\n :", "\n  :", "\n   :")
_TRIES = 3
"""Parses of one text, each with fewer constructs taken to fill lines; nearly all need one."""
_DIALECTS: dict[str, Dialect] = {".mdx": "mdx", ".qmd": "quarto", ".rmd": "quarto"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


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
    if extensions:
        return read(source).document
    with collector_paused(len(source.text)):
        _, body, to_char = _body(source, 0)
        builder = TreeBuilder(source.text, to_char, _definitions(body, to_char, Options(0), None))
        return Document(source, FrontMatter(), builder.build(events(body, Options(0))))


class Reading(Struct, frozen=True):
    """A text as it was read: the document, and what `rereading.py` needs to read it again after a change.

    `start` is where the body begins, `flat` its top-level blocks before tags are paired. `found` are its dialect
    constructs, None where no finder was wanted. `plain` tells that nothing but CommonMark and GFM is switched on.
    `labels` are the definitions that any piece of the text needs, None where nobody asked yet whether it can be cut.
    """

    document: Document
    start: int
    flat: tuple[Block, ...]
    found: Found | None
    finders: tuple[Any, ...]
    plain: bool
    labels: str | None = None


def read(source: Source) -> Reading:
    """A text parsed with all extensions; see `parse`."""
    with collector_paused(len(source.text)):
        return _read(source)


def _read(source: Source) -> Reading:
    text = source.text
    front = read_front_matter(text)
    start, body, to_char = _body(source, front.span.end)
    options = EXTENSIONS
    if any(mark in body for mark in _DEFINITION_STARTS) and _DEFINITION.search(body):
        options |= Options.ENABLE_DEFINITION_LIST
    finders = wanted(source, start)
    found = None
    if finders or body.count("$") > 1:
        found = scan(source, start, finders, events(body, options), to_char)
    flat = built(text, start, body, to_char, options, found)
    document = Document(source, front, tuple(paired(flat, text) if found else flat))
    return Reading(document, start, flat, found, tuple(finders), options == EXTENSIONS)


def _body(source: Source, start: int) -> tuple[int, str, Callable[[int], int]]:
    """Where a body begins that stands behind front matter, the body as the library takes it, and the way back from its
    bytes to characters of the source."""
    if start == 0 and source.text.startswith("\ufeff"):
        start = 1
    body = source.text[start:]
    if not body.isascii() and not _encodes(body):
        body = body.translate(_SURROGATES)
    if "\r" in body:
        body = _LONE_RETURN.sub("\n", body)
    return start, body, byte_to_char(body, start)


def built(
    text: str,
    start: int,
    body: str,
    to_char: Callable[[int], int],
    options: Options = EXTENSIONS,
    found: Found | None = None,
    definitions: bool = True,
) -> tuple[Block, ...]:
    """The top-level blocks of the body that starts at `start`, tags not paired; link definitions only where asked."""
    if found is None:
        return _blocks(text, start, body, to_char, options, None, definitions)[0]
    blocks: tuple[Block, ...] = ()
    whole = text[:start] + body
    for _ in range(_TRIES):
        given = edited(whole, start, found.edits) if found.edits else (body, to_char)
        blocks, unplaced = _blocks(text, start, *given, options, found, definitions)
        if not unplaced:
            break
        found = found.inlined(unplaced)
    return blocks


def _blocks(
    text: str,
    start: int,
    body: str,
    to_char: Callable[[int], int],
    options: Options,
    found: Found | None,
    definitions: bool,
) -> tuple[tuple[Block, ...], list[int]]:
    """The blocks of a body, and where constructs that were to fill lines found no place."""
    grafts = DialectGrafts(text, found, spots(text, start))
    defined = _definitions(body, to_char, options, grafts) if definitions else []
    builder = TreeBuilder(text, to_char, defined, grafts)
    blocks = builder.build(events(body, options))
    if builder.torn and options != EXTENSIONS:
        # The library's definition lists may end before what they hold; such a text is read without them.
        return _blocks(text, start, body, to_char, EXTENSIONS, found, definitions)
    return blocks, grafts.unplaced()


def events(body: str, options: Options = EXTENSIONS) -> Any:
    """What the library reads in a body, with ranges in its bytes."""
    return pyromark.events_with_range(body, options=options)


def _encodes(text: str) -> bool:
    """Whether a text is free of lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _definitions(
    body: str, to_char: Callable[[int], int], options: Options, grafts: DialectGrafts | None
) -> list[Block]:
    """Link definitions as blocks of kind "definition", in reading order."""
    if "]:" not in body:
        return []
    restore = grafts.restore if grafts is not None else str
    blocks = []
    for label, entry in pyromark.reference_definitions(body, options=options).items():
        place = entry["span"]
        span = Span(to_char(place["start"]), to_char(place["end"]))
        name, target, title = restore(label), restore(entry["dest"]), restore(entry["title"] or "")
        blocks.append(Block("definition", span, span, name=name, text=target, info=title))
    blocks.sort(key=lambda block: block.span)
    return blocks
