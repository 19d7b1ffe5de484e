"""Hugo (and Quarto) shortcodes: `{{< name args >}}`, `{{% name %}}`, paired or not; `{{</* shown */>}}`."""

import re
from collections.abc import Iterator
from functools import cache

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import Construct, Role, Scan, arguments

TRIGGERS = ("{{<", "{{%")
_OPEN = regex(r"\{\{([<%])[-\s]*(?:(/\*)|(/)?\s*([\w./-]+))")
_CLOSE = regex(r"\{\{[<%]\s*/\s*([\w./-]+)")
_VERBATIM = frozenset({"highlight", "mermaid", "rawhtml", "raw", "html", "chart", "plantuml", "code", "math"})
"""Shortcodes whose content is not Markdown."""


def find(scan: Scan) -> Iterator[Construct]:
    """Every shortcode; the content of `highlight`, `mermaid` and the like is part of one construct."""
    text, at = scan.text, scan.start
    closers = {closer[1]: closer.start() for closer in _CLOSE.finditer(text, at)}
    while match := _OPEN.search(text, at):
        end = _end(scan, match)
        at = match.end()
        if not end:
            continue
        at = end
        if match[2]:
            yield Construct(match.start(), end, "literal", "shortcode", form="inline")
            continue
        name = match[4].rstrip("/")
        written = text[match.end() : end - 3].rstrip()
        closes_itself = written.endswith("/") or match[4].endswith("/")
        role: Role = "close" if match[3] else "single" if closes_itself else "open"
        attrs = arguments(written.removesuffix("/"))
        verbatim = name in _VERBATIM or name.endswith(".inline")
        if role == "open" and verbatim and closers.get(name, -1) >= end:
            closed = _closing(name).search(text, end)
            if closed:
                at = closed.end()
                yield _verbatim(match.start(), at, (end, closed.start()), name, attrs)
                continue
        yield Construct(match.start(), end, "shortcode", name, role, attrs)


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(r"\{\{[<%]\s*/\s*" + re.escape(name) + r"\s*[>%]\}\}")


def _end(scan: Scan, match: re.Match[str]) -> int:
    """The end of a shortcode; a closer inside quotes does not count; 0 for one that is not closed."""
    closer = ("*/" if match[2] else "") + (">}}" if match[1] == "<" else "%}}")
    at = match.start() + 3
    for _ in range(4):
        found = scan.after(closer, at)
        if found < 0:
            return 0
        inside = scan.text[match.end() : found]
        if inside.count('"') % 2 == 0 and inside.count("`") % 2 == 0:
            return 0 if "{{<" in inside or "{{%" in inside else found + len(closer)
        at = found + 1
    return 0


def _verbatim(start: int, end: int, inner: tuple[int, int], name: str, attrs: tuple[tuple[str, str], ...]) -> Construct:
    if name in ("highlight", "mermaid", "code", "plantuml"):
        language = next((value for key, value in attrs if not key), "") if name in ("highlight", "code") else name
        return Construct(start, end, "shortcode", language, attrs=attrs, kind="code", inner=inner)
    return Construct(start, end, "shortcode", name, attrs=attrs, inner=inner)
