"""Headings that say the same where they cannot be told apart."""

from collections.abc import Iterator

from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each heading that repeats an earlier one of another level or below the same parent."""
    path: list[tuple[int, str]] = []
    seen: dict[str, list[tuple[int, tuple[tuple[int, str], ...], int]]] = {}
    for heading in outline_headings(document):
        words = " ".join(heading.plain().lower().split())
        while path and path[-1][0] >= heading.level:
            path.pop()
        above = tuple(path)
        path.append((heading.level, words))
        for level, parents, start in seen.get(words, ()) if words else ():
            if level != heading.level or parents == above:
                line = document.position(start).line
                yield found(heading.span, f"the same heading as on line {line}: say how this section differs")
                break
        seen.setdefault(words, []).append((heading.level, above, heading.span.start))
