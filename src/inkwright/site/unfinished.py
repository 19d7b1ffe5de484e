"""Posts that are published although their author has not finished them: told of after a build, not held back."""

import re
from collections.abc import Iterator

from inkwright.model.document import Document, Inline
from inkwright.model.site import Unreadable
from inkwright.site.catalog import Catalog, Entry
from inkwright.text.plan_marks import plan_marks
from inkwright.text.prose import passages

_TO_COME = re.compile(r"\bTK+\b")
_UNSEEN = frozenset({"comment", "definition"})
_HINT = "Finish it, or set `draft: true`."


def unfinished(shown: Catalog) -> Iterator[Unreadable]:
    """One sentence for each thing that published posts lack, about the first of them: text, answers to the open
    questions of its plan, what a TK in its prose stands for."""
    lacking: dict[str, list[tuple[Entry, int]]] = {}
    for entry in shown.entries:
        if entry.post.file.kind == "post" and not entry.preview:
            found = _first(entry)
            if found is not None:
                lacking.setdefault(found[1], []).append((entry, found[0]))
    for said, entries in lacking.items():
        entry, offset = entries[0]
        line = entry.post.document.position(offset).line if offset >= 0 else 0
        more = f" (and {len(entries) - 1} more like it)" if len(entries) > 1 else ""
        yield Unreadable(entry.post.file.path, line, f"it is published and {said}{more}", _HINT)


def _first(entry: Entry) -> tuple[int, str] | None:
    """The first thing that a post lacks and its offset, -1 for all of it; None for a finished one."""
    document = entry.post.document
    questions = [bullet for mark in plan_marks(document) for bullet in mark.bullets if bullet.question]
    if questions:
        return questions[0].span.start, "its plan has an open question"
    if (at := _to_come(document)) >= 0:
        return at, "something in it is still to come (TK)"
    if all(block.kind in _UNSEEN or _is_comment(block.inlines) for block in entry.document.blocks):
        return -1, "has no text"
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
