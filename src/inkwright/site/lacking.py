"""What the text of a post says that its author has not finished."""

import re

from inkwright.model.document import Document, Inline
from inkwright.text.plan_marks import plan_marks
from inkwright.text.prose import passages

_TO_COME = re.compile(r"\bTK+\b")
_UNSEEN = frozenset({"comment", "definition"})


def lacking(document: Document, shown: Document) -> tuple[int, str] | None:
    """The line (0 for all of it) and in words the first thing that a post lacks; None for a finished one.

    `shown` is the document without the heading that became its title.
    """
    questions = [bullet for mark in plan_marks(document) for bullet in mark.bullets if bullet.question]
    if questions:
        return document.position(questions[0].span.start).line, "its plan has an open question"
    if (at := _to_come(document)) >= 0:
        return document.position(at).line, "something in it is still to come (TK)"
    if all(block.kind in _UNSEEN or _is_comment(block.inlines) for block in shown.blocks):
        return 0, "has no text"
    return None


def _is_comment(inlines: tuple[Inline, ...]) -> bool:
    return bool(inlines) and all(inline.kind in ("comment", "soft_break") for inline in inlines)


def _to_come(document: Document) -> int:
    """Where the prose first says that something is to come; -1 for nowhere."""
    if "TK" not in document.text:
        return -1
    found = (
        (passage.span.start + match.start())
        for passage in passages(document)
        for match in (_TO_COME.search(passage.text),)
        if match
    )
    return next(found, -1)
