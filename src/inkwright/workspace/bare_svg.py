"""A drawing in SVG without comments, metadata, the names of files on its maker's machine and the source that drawing
programs put into their exports.

**Source:** SVG 2, section 5.11 (metadata); XML 1.0, sections 2.5 and 2.7; what Inkscape, Illustrator, draw.io and
Excalidraw write.
"""

import re
from collections.abc import Iterator

from inkwright.model.regex import regex

_PIECE = regex(
    rb"<!\[CDATA\[|<!--|<(metadata|sodipodi:namedview|i:pgf|i:aipgf)(?=[\s>/])|<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
)
_CLOSERS = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}
_TELLS = regex(
    rb"""\s(?:inkscape:export-filename|sodipodi:docname|sodipodi:absref|xml:base)\s*=\s*(?:"[^"]*"|'[^']*')"""
)
_SOURCE = regex(rb"""\scontent\s*=\s*(?:"[^"]*"|'[^']*')""")


def bare_svg(data: bytes) -> bytes:
    """The same drawing; other XML, HTML and text as it is."""
    return b"".join(_kept(data)) if b"<svg" in data[:100_000] and b"<html" not in data[:1000].lower() else data


def _kept(data: bytes) -> Iterator[bytes]:
    at = 0
    while match := _PIECE.search(data, at):
        yield data[at : match.start()]
        found = match[0]
        if found in _CLOSERS:
            end = data.find(_CLOSERS[found], match.end())
            at = end + 3 if end >= 0 else len(data)
            if found != b"<!--":
                yield data[match.start() : at]
        elif match[1]:
            at = _after(data, match)
        else:
            at = match.end()
            yield _tag(found)
    yield data[at:]


def _after(data: bytes, match: re.Match[bytes]) -> int:
    """Where an element ends: after its closing tag, or after itself where it is empty."""
    name, opened = match[1], data.find(b">", match.end())
    if opened < 0 or data[opened - 1 : opened] == b"/":
        return opened + 1 or len(data)
    end = data.find(b"</" + name, opened)
    return (data.find(b">", end) + 1 or len(data)) if end >= 0 else len(data)


def _tag(tag: bytes) -> bytes:
    tag = _TELLS.sub(b"", tag) if b":" in tag else tag
    return _SOURCE.sub(b"", tag, count=1) if tag.startswith(b"<svg") else tag
