"""Headings that say the same where they cannot be told apart."""

from collections.abc import Iterator

from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding

MOST = 3
"""Repeats of a heading that are named one by one; of more the first speaks for all."""


_Place = tuple[int, tuple[tuple[int, str], ...]]
"""The level of a heading, and level and words of those it stands below."""


class _Seen:
    """A heading that was met, and those that repeat it."""

    __slots__ = ("heading", "repeats")

    def __init__(self, heading: Block) -> None:
        self.heading = heading
        self.repeats: list[Block] = []


class _Alike:
    """The headings of the same words: the first at each place, and the first of each level."""

    __slots__ = ("by_level", "by_place")

    def __init__(self) -> None:
        self.by_place: dict[_Place, _Seen] = {}
        self.by_level: dict[int, _Seen] = {}

    def meet(self, heading: Block, place: _Place) -> None:
        """Take a heading for a repeat of the first one it cannot be told from, and remember its place."""
        level = heading.level
        first = self.by_place.get(place)
        for other, one in self.by_level.items():
            if other != level:
                first = one if first is None else min(first, one, key=_start)
                break
        if place not in self.by_place:
            self.by_place[place] = seen = _Seen(heading)
            self.by_level.setdefault(level, seen)
        if first is not None:
            first.repeats.append(heading)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each heading that repeats an earlier one of another level or below the same parent; where more
    than `MOST` repeat the same one, the first of them alone, which tells how many there are."""
    for one in _seen(document):
        repeats = one.repeats
        if repeats:
            line = document.position(one.heading.span.start).line
            said = f"the same heading as on line {line}: say how this section differs"
            if len(repeats) > MOST:
                yield found(repeats[0].span, f"{said} ({len(repeats) - 1} more such headings)")
            else:
                yield from [found(heading.span, said) for heading in repeats]


def _seen(document: Document) -> Iterator[_Seen]:
    """The headings of an outline as a reader meets them, those of the same words together."""
    path: list[tuple[int, str]] = []
    known: dict[str, _Alike] = {}
    said: dict[str, str] = {}
    for heading in outline_headings(document):
        plain = heading.plain()
        words = said.get(plain)
        if words is None:
            words = said[plain] = " ".join(plain.lower().split())
        level = heading.level
        while path and path[-1][0] >= level:
            path.pop()
        above = tuple(path)
        path.append((level, words))
        if words:
            alike = known.get(words)
            if alike is None:
                alike = known[words] = _Alike()
            alike.meet(heading, (level, above))
    for alike in known.values():
        yield from alike.by_place.values()


def _start(seen: _Seen) -> int:
    return seen.heading.span.start
