"""What the text of a post says that its author has not finished."""

from inkwright.model.document import Document, Inline
from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed

with when_needed(__name__):
    from inkwright.text import plan_marks, prose

_TO_COME = regex(r"\bTK+\b")
_UNSEEN = frozenset({"comment", "definition"})


def lacking(document: Document, shown: Document) -> tuple[int, str] | None:
    """The line (0 for all of it) and in words the first thing that a post lacks; None for a finished one.

    `shown` is the document without the heading that became its title.
    """
    if line := _open_question(document):
        return line, "its plan has an open question"
    if (at := _to_come(document)) >= 0:
        return document.position(at).line, "something in it is still to come (TK)"
    if all(block.kind in _UNSEEN or _is_comment(block.inlines) for block in shown.blocks):
        return 0, "has no text"
    return None


def _open_question(document: Document) -> int:
    """The line of the first open question of a plan, 0 for none."""
    if "plan" not in document.text or ("<!--" not in document.text and "{/*" not in document.text):
        return 0
    bullets = (bullet for mark in plan_marks.plan_marks(document) for bullet in mark.bullets if bullet.question)
    return next((document.position(bullet.span.start).line for bullet in bullets), 0)


def _is_comment(inlines: tuple[Inline, ...]) -> bool:
    return bool(inlines) and all(inline.kind in ("comment", "soft_break") for inline in inlines)


def _to_come(document: Document) -> int:
    """Where the prose first says that something is to come; -1 for nowhere."""
    if "TK" not in document.text:
        return -1
    found = (
        (passage.span.start + match.start())
        for passage in prose.passages(document)
        for match in (_TO_COME.search(passage.text),)
        if match
    )
    return next(found, -1)
