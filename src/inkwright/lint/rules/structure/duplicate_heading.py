"""Headings that say the same below the same parent."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each heading that repeats an earlier sibling."""
    path: list[tuple[int, str]] = []
    seen: dict[tuple[tuple[int, str], ...], int] = {}
    for heading in document.of_kind("heading"):
        words = " ".join(heading.plain().lower().split())
        while path and path[-1][0] >= heading.level:
            path.pop()
        path.append((heading.level, words))
        place = tuple(path)
        if words and place in seen:
            line = document.position(seen[place]).line
            yield found(heading.span, f"the same heading as on line {line}: say how this section differs")
        seen.setdefault(place, heading.span.start)
