"""TeX that no renderer can read: braces, \\left and \\right, environments that do not close, unknown commands."""

import re
from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.render.math import trouble

_STEP = regex(r"\\begin\s*\{([^{}]*)\}|\\end\s*\{([^{}]*)\}|\\(left|right)(?![a-zA-Z])|(?<!\\)%[^\n]*|\\.|[{}]", re.S)
_MEANT = regex(
    r"(?<![\\$\w])(?P<mark>\$\$(?!\$)|\$(?![\s\d$]))(?P<tex>[^$\ue000]{0,400}?\\[a-zA-Z]+[^$\ue000]{0,400})(?P=mark)(?!\w)"
)
_CLOSES = {"{": "}", "left": "\\right"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each formula, at what opens or closes nothing."""
    inners = [block.inner for block in document.of_kind("math")]
    inners += [inline.inner for inline in document.inlines_of("math")]
    inners += _unread(document)
    for inner in sorted(inners):
        tex = document.slice(inner)
        problem = first_problem(tex) or trouble(tex)
        if problem:
            at, size, message, *sure = problem
            severity = "" if all(sure) else "warning"
            place = Span(at, at + size).shift(inner.start)
            yield found(place, f"the formula does not render: {message}", severity=severity)


def _unread(document: Document) -> Iterator[Span]:
    """What was meant as a formula and left as text, since its braces do not match."""
    for passage in prose(document):
        if "$" in passage.text and "\\" in passage.text:
            for match in _MEANT.finditer(passage.text):
                yield Span(*match.span("tex")).shift(passage.span.start)


def first_problem(tex: str) -> tuple[int, int, str] | None:
    """Where TeX opens or closes something alone (offset and length) and what is wrong; None for sound TeX."""
    open_: list[tuple[str, int, int]] = []
    for step in _STEP.finditer(tex):
        begun, ended, side = step[1], step[2], step[3]
        at, size = step.start(), len(step[0])
        if step[0] == "{" or begun is not None or side == "left":
            open_.append((step[0] if step[0] == "{" else side or f"env {begun}", at, size))
        elif step[0] == "}" or ended is not None or side == "right":
            wanted = "{" if step[0] == "}" else "left" if side else f"env {ended}"
            if not open_ or open_[-1][0] != wanted:
                return at, size, f"`{step[0]}` closes nothing that is open there"
            open_.pop()
    if open_:
        kind, at, size = open_[-1]
        closing = _CLOSES.get(kind) or "\\end{" + kind.removeprefix("env ") + "}"
        return at, size, f"`{tex[at : at + size]}` is never closed by `{closing}`"
    return None
