"""`:::` fences: divs of Pandoc and Quarto, admonitions of Docusaurus and VuePress."""

import re
from collections.abc import Iterator

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import Attrs, Construct, Scan, arguments

TRIGGERS = (":::",)
_FENCE = regex(r"^[ \t>]*(?P<fence>:{3,})[ \t]*(?P<rest>[^\r\n]*?)[ \t]*:*[ \t]*\r?$", re.M)
_NAMED = regex(
    r"(?P<name>[\w-]+)(?:\[(?P<label>[^\]]*)\])?(?:[ \t]+(?P<title>[^{]*?))?[ \t]*(?:\{(?P<attrs>[^{}]*)\})?"
)
CALLOUTS = frozenset(
    {"note", "tip", "info", "warning", "danger", "caution", "important", "success", "question", "error", "example"}
)
"""Names that make a div a callout; in Quarto with `callout-` before them."""


def find(scan: Scan) -> Iterator[Construct]:
    """Opening and closing fences; a bare fence closes the one opened last."""
    depth = 0
    for match in _FENCE.finditer(scan.text, scan.start):
        start, end = match.span("fence")[0], match.end("rest")
        rest = match["rest"]
        if not rest:
            if depth:
                depth -= 1
                yield Construct(start, match.end("fence"), "div", "", "close", form="line")
            continue
        name, title, attrs = _opening(rest)
        if not name and not attrs:
            continue
        depth += 1
        yield Construct(start, end, "div", name, "open", (*attrs, ("title", title)) if title else attrs, form="line")


def callout_kind(name: str) -> str:
    """The kind of callout that a div's name asks for; "" for a plain div."""
    kind = name.removeprefix("callout-").lower()
    return kind if kind in CALLOUTS else ""


def _opening(rest: str) -> tuple[str, str, Attrs]:
    """Name, title and attributes of an opening fence; a div named by its class has that as its name."""
    if rest.startswith("{"):
        attrs = arguments(rest[1:].partition("}")[0])
        name = next((value for key, value in attrs if key == "class"), "")
        return name, "", attrs
    named = _NAMED.fullmatch(rest)
    if not named:
        return "", "", ()
    return named["name"], (named["label"] or named["title"] or "").strip(), arguments(named["attrs"] or "")
