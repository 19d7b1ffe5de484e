"""Single views, and which of them were counted before -> readings by day, each view counted once whatever files it
came in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from msgspec import Struct

from inkwright.measure.visit import Visit, marked, pack, unpack
from inkwright.model.reading import Fell, Metric, Reading, Told

Place = tuple[str, str]
"""A page and an ISO day."""
Seen = dict[int, tuple[str, str]]
"""Mark -> visitor and referrer of each view of one page and day."""
Kind = tuple[Metric, str]
"""A metric, and the referrer it is of."""


@dataclass
class Views:
    """The views of a file by page and day, each once; `doubles` are the lines of those that stand in it again."""

    by_place: dict[Place, Seen] = field(default_factory=lambda: defaultdict(dict))
    doubles: list[int] = field(default_factory=list)

    def readings(self) -> Iterator[Reading]:
        """What they come to by themselves, by day and page."""
        for (page, day), seen in sorted(self.by_place.items(), key=lambda each: (each[0][1], each[0][0])):
            for (metric, referrer), value in sorted(_tally(seen.values()).items(), key=_in_order):
                yield Reading(page, metric, value, day, referrer=referrer)

    def told(self) -> Iterator[Told]:
        """What was done with lines that stand there twice."""
        if self.doubles:
            yield Told("left out, since an earlier one says the same", tuple(self.doubles))


class Merged(Struct, frozen=True):
    """Views of a file and of those before it, together: the readings that come of them, the marks to remember by page
    and day, what is to be said, and values that were higher before."""

    readings: list[Reading]
    marks: dict[Place, bytes]
    told: tuple[Told, ...]
    fell: tuple[Fell, ...]


def views_of(visits: Iterable[Visit]) -> Views:
    """The views of a file; two lines with one mark are one view."""
    found = Views()
    for visit, mark in marked(visits):
        place = found.by_place[visit.page, visit.day]
        if mark in place:
            found.doubles.append(visit.line)
        else:
            place[mark] = (visit.visitor or str(mark), visit.referrer)
    return found


def merge(views: Views, known: Mapping[Place, bytes], before: Mapping[Reading, int], replace: bool = False) -> Merged:
    """Add the views of a file to those that were counted before it.

    `known` are the marks of earlier files by page and day, `before` the values that stand for this file's readings
    (with no value). A day whose views this file holds all is counted by it; of others what is new is added, and of a
    day that was counted without marks the higher goes. `replace` counts the days of this file by it alone.
    """
    made = _Merger(known, before, replace)
    for place, seen in sorted(views.by_place.items()):
        made.add(place, seen)
    told = made.told(sum(map(len, views.by_place.values())))
    return Merged(made.readings, made.marks, tuple(told), tuple(made.fell))


class _Merger:
    def __init__(self, known: Mapping[Place, bytes], before: Mapping[Reading, int], replace: bool) -> None:
        self._known, self._before, self._replace = known, before, replace
        self.readings: list[Reading] = []
        self.marks: dict[Place, bytes] = {}
        self.fell: list[Fell] = []
        self._held = 0
        self._halves: set[str] = set()

    def add(self, place: Place, seen: Seen) -> None:
        """Count the views of one page and day. A view may be known from the day beside it: with another time zone."""
        page, day = place
        held = self._marks(page, day)
        known = held.union(*(self._marks(page, _beside(day, days)) for days in (-1, 1)))
        new = {mark: each for mark, each in seen.items() if mark not in known}
        self._held += len(seen) - len(new)
        self._count(place, seen, new, held)
        kept = set(seen) if self._replace else held | new.keys()
        if kept != held:
            self.marks[place] = pack(kept, day)

    def _marks(self, page: str, day: str) -> set[int]:
        return set(unpack(self._known.get((page, day), b""), day))

    def _count(self, place: Place, seen: Seen, new: Seen, held: set[int]) -> None:
        page, day = place
        all_, fresh = _tally(seen.values()), _tally(new.values())
        before = {kind: self._before.get(Reading(page, kind[0], 0, day, referrer=kind[1]), 0) for kind in all_}
        base = before["views", ""]
        whole = self._replace or (held <= seen.keys() and len(seen) == len(held) + len(new) and base == len(held))
        unmarked = base > 0 and not held
        if not whole and held and new:
            self._halves.add(day)
        for kind, count in sorted(all_.items(), key=_in_order):
            value = count if whole else max(before[kind], count) if unmarked else before[kind] + fresh[kind]
            if value:
                self.readings.append(Reading(page, kind[0], value, day, referrer=kind[1]))
            if count < before[kind] and (self._replace or unmarked):
                self.fell.append(Fell(0, page, kind[0], day, before[kind], count))

    def told(self, views: int) -> Iterator[Told]:
        """What was done with views that an earlier file held, and with days that came in several files."""
        if self._held and not self._replace:
            yield Told(f"{self._held:,} of {views:,} views were counted from an earlier file already")
        if self._halves:
            days = f"{min(self._halves)} came" if len(self._halves) == 1 else f"{len(self._halves):,} days came"
            yield Told(f"{days} in several files: views are added up; who reads in two of them is two visitors")


def _tally(views: Iterable[tuple[str, str]]) -> Counter[Kind]:
    """Views and visitors in all, and views by referrer."""
    found, people = Counter[Kind](), set[str]()
    for visitor, referrer in views:
        people.add(visitor)
        found["views", ""] += 1
        if referrer:
            found["views", referrer] += 1
    if people:
        found["visitors", ""] = len(people)
    return found


def _in_order(each: tuple[Kind, int]) -> tuple[str, bool, str]:
    (metric, referrer), _ = each
    return referrer, metric != "views", metric


def _beside(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()
