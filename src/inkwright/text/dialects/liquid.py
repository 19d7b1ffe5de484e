"""Liquid of Jekyll and the like: `{% tag %}`, `{{ value }}`, `{% raw %}`; and the placeholders of note templates."""

import re
from collections.abc import Iterator
from functools import cache

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import Construct, Role, Scan, arguments

TRIGGERS = ("{%", "{{", "<%")
_OPEN = regex(r"\{%-?\s*(\w+)|\{\{(?![<%])-?|<%")
_END = regex(r"\{%-?\s*end(\w+)")
_PLACEHOLDER = regex(r"\{\{\s*(date|time|title)\s*(?::[^{}]*)?\}\}|<%.*%>")
_VERBATIM = frozenset({"highlight", "comment", "mermaid", "stylesheet", "javascript", "schema"})


def find(scan: Scan) -> Iterator[Construct]:
    """Every tag and value; what stands between `raw` tags is text, `highlight` and `comment` are one construct."""
    text, at = scan.text, scan.start
    ends = {end[1]: end.start() for end in _END.finditer(text, at)} if text.find("{%", at) >= 0 else {}
    while match := _OPEN.search(text, at):
        start = match.start()
        closer = "%}" if match[1] else "%>" if match[0] == "<%" else "}}"
        found = scan.after(closer, match.end())
        at = match.end()
        if found < 0 or (closer != "%}" and "\n\n" in text[start:found]):
            continue
        end = found + 2
        if closer != "%}":
            at = end
            if not scan.math.end_around(start):
                yield _value(text, start, end)
            continue
        at = end
        name = match[1]
        written = text[match.end() : found].rstrip("- \t\r\n").strip()
        if name == "raw" or name in _VERBATIM:
            closed = _closing(name).search(text, end) if ends.get(name, -1) >= end else None
            if closed:
                at = closed.end()
                yield from _between(start, end, closed, name, written)
                continue
        yield Construct(
            start, end, "liquid", name.removeprefix("end") or name, _role(ends, name, end), arguments(written)
        )


def _role(ends: dict[str, int], name: str, end: int) -> Role:
    if name.startswith("end") and len(name) > 3:
        return "close"
    return "open" if ends.get(name, -1) >= end else "single"


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(r"\{%-?\s*end" + name + r"\s*-?%\}")


def _value(text: str, start: int, end: int) -> Construct:
    source = text[start:end]
    if _PLACEHOLDER.fullmatch(source):
        return Construct(start, end, "template-placeholder", source[2:-2].strip())
    return Construct(start, end, "liquid", source[2:-2].strip("- \t\r\n"), form="inline")


def _between(start: int, end: int, closed: re.Match[str], name: str, written: str) -> Iterator[Construct]:
    inner = (end, closed.start())
    if name == "raw":
        yield Construct(start, end, "liquid", "raw", "open")
        yield Construct(*closed.span(), "liquid", "raw", "close")
    elif name == "highlight":
        language = written.split()[0] if written else ""
        yield Construct(start, closed.end(), "liquid", language, attrs=arguments(written), kind="code", inner=inner)
    elif name == "comment":
        yield Construct(start, closed.end(), "liquid", name, kind="comment", inner=inner)
    else:
        yield Construct(start, closed.end(), "liquid", name, inner=inner)
