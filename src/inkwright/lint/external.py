"""Where a document points on the web: the addresses to ask about, pure. Nothing is asked here.

Left out is what shows how an address looks and leads nowhere: code, templates, and hosts that are reserved for examples
or for the machine and the network at home.
"""

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from inkwright.lint.links import html_tags
from inkwright.model.context import Context
from inkwright.model.document import Document, Inline
from inkwright.model.net import LinkAnswer
from inkwright.model.regex import regex
from inkwright.model.span import Span

_HTTP = regex(r"https?://", re.I)
_TEMPLATE = regex(r"[{}<>\s]|\$\(")
_RESERVED = (
    "example.com", "example.net", "example.org", "example.edu", "example", "test", "invalid", "localhost", "local",
    "internal", "home.arpa", "onion", "alt",
)  # fmt: skip
"""Names under which nothing public stands. **Source:** RFC 2606; RFC 6761 and 6762; RFC 7686; RFC 8375; RFC 9476."""
_AT_HOME = regex(r"127\.|10\.|192\.168\.|169\.254\.|0\.|\[|(?!.*\.)")
"""Addresses of this machine or house, and names without a dot."""


class External(NamedTuple):
    """One address on the web as written: `span` is the whole link, `address` its destination without fragment,
    `fragment` what follows `#`, `places` where the destination stands in the text (none where it is written in another
    way)."""

    span: Span
    address: str
    fragment: str
    places: tuple[Span, ...]


def external(document: Document) -> tuple[External, ...]:
    """All addresses to ask about in reading order, pictures included; empty for a document without."""
    if "://" not in document.text:
        return ()
    found = [
        _external(inline.span, inline.target, _places(document, inline))
        for inline in document.inlines_of("link", "image")
        if _HTTP.match(inline.target) and inline.name not in ("email", "broken")
    ]
    for tag in html_tags(document):
        written = tag.attributes.get("src" if tag.name == "img" else "href", "")
        if _HTTP.match(written):
            found.append(_external(tag.span, unescape(written), _within(document, tag.span, written)))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.span))


def answered(document: Document, context: Context) -> list[tuple[External, LinkAnswer]]:
    """The addresses of a document with what asking for them told; empty when nothing was asked."""
    if not context.answers:
        return []
    found = external(document)
    return [(one, context.answers[one.address]) for one in found if one.address in context.answers]


def unclear(document: Document, context: Context) -> tuple[tuple[str, str], ...]:
    """The addresses of which nothing could be told, each once with the reason."""
    found = {one.address: answer.said for one, answer in answered(document, context) if answer.state == "unclear"}
    return tuple(found.items())


def _external(span: Span, target: str, places: tuple[Span, ...]) -> External | None:
    address, _, fragment = target.partition("#")
    if _TEMPLATE.search(address):
        return None
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return None
    if _AT_HOME.match(host) or any(host == name or host.endswith(f".{name}") for name in _RESERVED):
        return None
    return External(span, address, fragment, places)


def _places(document: Document, inline: Inline) -> tuple[Span, ...]:
    """Where the destination of a link stands: behind its text, or in the definitions that it refers to."""
    if inline.name in ("autolink", "url"):
        return _within(document, inline.span, inline.target)
    if inline.name != "reference":
        return _within(document, Span(max(inline.inner.end, inline.span.start), inline.span.end), inline.target)
    found = [
        _within(document, Span(block.span.start + len(block.name) + 3, block.span.end), inline.target)
        for block in document.of_kind("definition")
        if block.text == inline.target
    ]
    return tuple(span for spans in found for span in spans)


def _within(document: Document, span: Span, written: str) -> tuple[Span, ...]:
    at = document.text.find(written, span.start, span.end)
    return (Span(at, at + len(written)),) if at >= 0 else ()
