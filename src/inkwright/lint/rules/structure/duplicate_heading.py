"""Headings that say the same where they cannot be told apart."""

from collections.abc import Iterator
from typing import NamedTuple

from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


class _Seen(NamedTuple):
    """A heading that was met, and what is said of one that repeats it."""

    level: int
    above: tuple[tuple[int, str], ...]
    message: str


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each heading that repeats an earlier one of another level or below the same parent."""
    path: list[tuple[int, str]] = []
    seen: dict[str, list[_Seen]] = {}
    for heading in outline_headings(document):
        words = " ".join(heading.plain().lower().split())
        while path and path[-1][0] >= heading.level:
            path.pop()
        above = tuple(path)
        path.append((heading.level, words))
        if not words:
            continue
        before = seen.setdefault(words, [])
        same = next((one for one in before if one.level != heading.level or one.above == above), None)
        if same:
            yield found(heading.span, same.message)
        if not same or same.above != above or same.level != heading.level:
            line = document.position(heading.span.start).line
            said = f"the same heading as on line {line}: say how this section differs"
            before.append(_Seen(heading.level, above, said))
