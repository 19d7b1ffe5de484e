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

_COMMENT = re.compile(
    r"<!--\s*inkwright:\s*(allow(?:-file)?)\b(.*?)-->|\{/\*\s*inkwright:\s*(allow(?:-file)?)\b(.*?)\*/\}", re.S
)
_NAME = re.compile(r"[\w-]+")


class Suppression(NamedTuple):
    """One name that a comment allows: `span` is where the name stands, `scope` the characters it covers."""

    name: str
    span: Span
    scope: Span


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every allowed name in reading order; empty without comments."""
    text = document.text
    if "inkwright:" not in text:
        return ()
    code = [block.span for block in document.of_kind("code")]
    code += [inline.span for inline in document.inlines_of("code")]
    found: list[Suppression] = []
    for match in _COMMENT.finditer(text):
        if any(span.start <= match.start() < span.end for span in code):
            continue
        verb, group = (match[1], 2) if match[1] else (match[3], 4)
        scope = Span(0, len(text) + 1) if verb == "allow-file" else _scope(document, match.start(), match.end())
        names = re.split(r"\s--(?:\s|$)", match[group] + " ", maxsplit=1)[0]
        for name in _NAME.finditer(names):
            start = match.start(group) + name.start()
            found.append(Suppression(name[0], Span(start, start + len(name[0])), scope))
    return tuple(found)


def _scope(document: Document, start: int, end: int) -> Span:
    """The block a comment stands in when that is prose, else the one that follows it; empty at the end of a file."""
    following: Block | None = None
    for block in document.all_blocks:
        if block.inlines and block.span.start <= start and end < block.span.end:
            return block.span
        if following is None and block.span.start >= end and block.kind not in ("comment", "definition"):
            following = block
    return following.span if following else Span(end, end)


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
