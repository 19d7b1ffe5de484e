"""Suppression comments: `<!-- inkwright: allow long-sentence -- reason -->` and their scope.

`allow` covers the block that follows (or the one it stands in), `allow-file` the whole file. MDX writes them
`{/* inkwright: allow ... */}`. What is shown as code is no comment.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.marks import marks_of

_ALLOW = regex(r"\s*inkwright:\s*(?P<verb>allow-file|allow)\s+(?P<names>.*?)\s*(?:(?<=\s)--(?:\s.*)?)?\Z", re.S)
_NAME = regex(r"[\w-]+")
_NESTED = 100
"""Blocks before a comment among which is the one that it stands in: no nesting goes deeper."""


class Suppression(NamedTuple):
    """One name that a comment allows: `span` is where the name stands, `scope` the characters it covers."""

    name: str
    span: Span
    scope: Span


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every allowed name in reading order; empty without comments."""
    found: list[Suppression] = []
    scopes: _Scopes | None = None
    for mark in marks_of(document, "suppression"):
        allow = _ALLOW.match(document.slice(mark.inner))
        if allow:
            whole = allow["verb"] == "allow-file"
            scopes = scopes or _Scopes(document)
            scope = Span(0, len(document.text) + 1) if whole else scopes.of(mark.span)
            for name in _NAME.finditer(allow["names"]):
                start = mark.inner.start + allow.start("names") + name.start()
                found.append(Suppression(name[0], Span(start, start + len(name[0])), scope))
    return tuple(found)


class _Scopes:
    """Which block a comment covers; asked of thousands of comments in one document."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.all_blocks
        self._starts = [block.span.start for block in self._blocks]
        self._following: list[Block | None] = [None]
        for block in reversed(self._blocks):
            follows = block.kind not in ("comment", "definition")
            self._following.append(block if follows else self._following[-1])
        self._following.reverse()

    def of(self, comment: Span) -> Span:
        """The block a comment stands in when that is prose, else the one that follows it; empty at a file's end."""
        at = bisect_right(self._starts, comment.start)
        for block in reversed(self._blocks[max(at - _NESTED, 0) : at]):
            if block.inlines and comment.end < block.span.end:
                return block.span
        following = self._following[bisect_left(self._starts, comment.end)]
        return following.span if following else Span(comment.end, comment.end)


def apply_suppressions(
    document: Document, findings: Iterable[Finding], resolve: Callable[[str], str]
) -> tuple[list[Finding], list[Suppression]]:
    """The findings that no comment allows, and the names that `resolve` does not know.

    `resolve` gives the rule behind a name or alias, "" for none. A finding is allowed when it starts in the scope.
    """
    allowed: dict[str, list[Span]] = {}
    unknown: list[Suppression] = []
    for suppression in suppressions(document):
        rule = resolve(suppression.name)
        if rule:
            allowed.setdefault(rule, []).append(suppression.scope)
        else:
            unknown.append(suppression)
    covered = {rule: _covering(scopes) for rule, scopes in allowed.items()}
    kept = [one for one in findings if one.rule not in covered or not covered[one.rule](one.span.start)]
    return kept, unknown


def _covering(scopes: list[Span]) -> Callable[[int], bool]:
    """Whether an offset lies in one of some scopes."""
    scopes.sort()
    starts = [scope.start for scope in scopes]
    reach = list(accumulate((scope.end for scope in scopes), max))

    def covers(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < reach[at]

    return covers
