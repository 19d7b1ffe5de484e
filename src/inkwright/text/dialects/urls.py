"""Bare addresses in running text: GFM's extended autolinks, and Obsidian's `#tags` and `^block-ids`."""

import re
from collections.abc import Iterator
from html import unescape

from inkwright.model.document import Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span

_URL = regex(
    r"(?<![^\s*_~(\[\"'“‘:;,.!?|>—–=/])(?:(?P<url>(?:https?|ftp)://)|(?P<www>www\.))"
    r"(?P<domain>[^\s<>/?#\"'`()\[\]{}|\\^]+)(?P<rest>[/?#][^\s<]*|\)*)",
    re.I,
)
_MAIL = regex(
    r"(?<![\w.+/@-])(?P<scheme>mailto:|xmpp:)?[A-Za-z0-9][\w.+-]*@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?P<rest>/[\w@.]+)?",
    re.I,
)
_TAG = regex(r"(?<![\w#&/(\[\\])#(?P<tag>(?=[\w/-]*[^\W\d])[\w/-]+)")
_BLOCK_ID = regex(r"(?:(?<=\s)|\A)\^(?P<id>[A-Za-z0-9-]+)\Z")
_ENTITY_END = regex(r"&[A-Za-z0-9]+;\Z")
_TRAILING = "?!.,:*_~'\""

_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))

Piece = tuple[int, int, Inline]


def addresses(source: str, base: int) -> Iterator[Piece]:
    """Every address in a run of text as (start, end, link) with absolute offsets, in reading order.

    **Source:** GitHub Flavored Markdown, section 6.9 (extended autolinks); `localhost` needs no period after a scheme.
    """
    found: list[Piece] = []
    if "://" in source or "www." in source.lower():
        for match in _URL.finditer(source):
            end = _trimmed(source, match.start(), match.end())
            if end <= match.end("domain") - len(match["domain"]) or not _domain(match, source, end):
                continue
            found.append(_link(source, base, match.start(), end, "http://" if match["www"] else ""))
    if "@" in source:
        taken = [(start, end) for start, end, _ in found]
        for match in _MAIL.finditer(source):
            at, end = match.start() + base, match.end()
            if source[end - 1] in "-_" or any(start < end + base and at < last for start, last in taken):
                continue
            if match["rest"] and not (match["scheme"] or "").lower().startswith("xmpp"):
                end = match.start("rest")
            end -= source[match.start() : end].endswith(".")
            found.append(_link(source, base, match.start(), end, "" if match["scheme"] else "mailto:"))
    return iter(sorted(found, key=lambda piece: piece[0]))


def labels(source: str, base: int, last: bool) -> Iterator[Piece]:
    """Tags, and the block id at the end of a run that is the `last` of its block; none behind a backslash."""
    for match in _TAG.finditer(source):
        yield _opaque(base, match.start(), match.end(), "tag", match["tag"], match[0])
    block_id = _BLOCK_ID.search(source) if last and "^" in source else None
    if block_id:
        start = block_id.start()
        yield _opaque(base, start, block_id.end(), "block-id", block_id["id"], source[start : block_id.end()])


def _opaque(base: int, start: int, end: int, name: str, info: str, text: str) -> Piece:
    span = Span(base + start, base + end)
    return span.start, span.end, Inline("opaque", span, span, text, info, "", name)


def _link(source: str, base: int, start: int, end: int, prefix: str) -> Piece:
    span = Span(base + start, base + end)
    shown = unescape(source[start:end])
    text = Inline("text", span, span, shown)
    return span.start, span.end, Inline("link", span, span, "", prefix + shown, "", "url", (text,))


def _trimmed(source: str, start: int, end: int) -> int:
    """The end of an address without trailing punctuation, unbalanced brackets and an entity at its end."""
    excess = {close: source.count(close, start, end) - source.count(begin, start, end) for begin, close in _BRACKETS}
    while end > start:
        char = source[end - 1]
        if char in _TRAILING:
            end -= 1
        elif char in ")]}" and excess[char] > 0:
            excess[char] -= 1
            end -= 1
        elif char == ";" and (entity := _ENTITY_END.search(source, max(start, end - 40), end)):
            end = entity.start()
        else:
            return end
    return end


def _domain(match: re.Match[str], source: str, end: int) -> bool:
    """Whether what follows the scheme is a domain: no underscore in its last two parts, a period unless schemed."""
    domain = source[match.start("domain") : min(match.end("domain"), end)].rpartition("@")[2]
    host = domain.partition(":")[0].rstrip(_TRAILING)
    parts = host.split(".")
    if not host or (host[0].isascii() and not host[0].isalnum()) or any("_" in part for part in parts[-2:]):
        return False
    return bool(match["url"]) or len(host) > 0
