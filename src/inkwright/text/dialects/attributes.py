"""Attribute lists: Pandoc's `[span]{.class}`, `![](x){width=50%}`, Kramdown's `{: .class}` and `{:toc}`."""

from collections.abc import Iterator

from inkwright.model.regex import regex
from inkwright.text.dialects.construct import Construct, Scan, arguments

TRIGGERS = ("{:", "]{", "){", "`{")
_ITEM = r"""(?:[.#][A-Za-z_][\w:.-]*|[A-Za-z_][\w:-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))"""
_GLUED = regex(r"(?<=[\])`])\{\s*(?P<inside>=\w+|" + _ITEM + r"(?:\s+" + _ITEM + r")*)\s*\}")
_KRAMDOWN = regex(
    r"\{:(?P<inside>:?\s*/?[A-Za-z][\w-]*\s*/?|\s*" + _ITEM + r"(?:\s+(?:" + _ITEM + r"|[A-Za-z][\w-]*))*\s*)\}"
)


def find(scan: Scan) -> Iterator[Construct]:
    """Every attribute list that is written as one; `{:.2f}` and the like are text. MDX has only the first kind."""
    text = scan.text
    for match in _GLUED.finditer(text, scan.start):
        if not text.startswith("#", scan.line(match.start())[0]) or not scan.ends_line(match.end()):
            yield Construct(*match.span(), "attributes", "", attrs=arguments(match["inside"]), form="inline")
    if scan.dialect == "mdx":
        return
    for match in _KRAMDOWN.finditer(text, scan.start):
        inside = match["inside"].strip()
        if inside == ":comment":
            closed = text.find("{:/comment}", match.end())
            if closed >= 0:
                yield Construct(
                    match.start(), closed + 11, "attributes", "comment", kind="comment", inner=(match.end(), closed)
                )
                continue
        yield Construct(*match.span(), "attributes", "kramdown", attrs=arguments(inside))
