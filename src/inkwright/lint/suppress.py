"""Suppression comments: `<!-- inkwright: allow long-sentence -- reason -->` and their scope.

`allow` covers the block that follows (or the one it stands in), `allow-file` the whole file. MDX writes them
`{/* inkwright: allow ... */}`. What is shown as code is no comment.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.marks import marks_of

_ALLOW = re.compile(r"\s*inkwright:\s*(?P<verb>allow-file|allow)\s+(?P<names>.*?)\s*(?:(?<=\s)--(?:\s.*)?)?\Z", re.S)
_NAME = re.compile(r"[\w-]+")


class Suppression(NamedTuple):
    """One name that a comment allows: `span` is where the name stands, `scope` the characters it covers."""

    name: str
    span: Span
    scope: Span


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every allowed name in reading order; empty without comments."""
    found: list[Suppression] = []
    for mark in marks_of(document, "suppression"):
        allow = _ALLOW.match(document.slice(mark.inner))
        if allow:
            whole = allow["verb"] == "allow-file"
            scope = Span(0, len(document.text) + 1) if whole else _scope(document, mark.span)
            for name in _NAME.finditer(allow["names"]):
                start = mark.inner.start + allow.start("names") + name.start()
                found.append(Suppression(name[0], Span(start, start + len(name[0])), scope))
    return tuple(found)


def _scope(document: Document, comment: Span) -> Span:
    """The block a comment stands in when that is prose, else the one that follows it; empty at the end of a file."""
    following: Block | None = None
    for block in document.all_blocks:
        if block.inlines and block.span.start <= comment.start and comment.end < block.span.end:
            return block.span
        if following is None and block.span.start >= comment.end and block.kind not in ("comment", "definition"):
            following = block
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
    kept = [
        finding
        for finding in findings
        if not any(scope.start <= finding.span.start < scope.end for scope in allowed.get(finding.rule, ()))
    ]
    return kept, unknown
