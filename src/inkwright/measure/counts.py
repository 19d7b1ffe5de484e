"""Readings of several sources -> one count for each post, place and metric, and what to say where they disagree."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple
from urllib.parse import unquote

from inkwright.measure.export_file import host_of, is_day
from inkwright.measure.page_names import address_of
from inkwright.model.reading import Reading

OWN = "own site"
APART = 0.2
"""Share by which two counts of the same thing differ before it is said. **Source:** own choice: blockers and bots move
counts by a tenth or two anyway."""
WATCHED = 0.9
"""Share of the days since a post came out from which on sources by day are held to have seen them all. **Source:** own
choice: a day without a view leaves no reading."""


class Key(NamedTuple):
    """What is counted: a post, where it is read, and what."""

    post: str
    place: str
    metric: str


class Total(NamedTuple):
    """What a source counted in all, up to an ISO day; since when, nobody knows."""

    source: str
    value: int
    day: str


class Settled(NamedTuple):
    """The count to go by, the sources it is from, the count of each ISO day that went into it or could have, and a
    sentence for each two sources that disagree."""

    value: int
    sources: tuple[str, ...]
    days: dict[str, int]
    disagree: tuple[str, ...]


def place_of(page: str, source: str) -> str:
    """Where a page is read: the own site, a host, or the source itself where only a title or an id is known; a table
    that was given no other name is no place, and what it counts is read on the own site."""
    if page.startswith("/"):
        return OWN
    if "://" in page:
        return unquote(host_of(address_of(page)))
    if page.startswith("substack:"):
        return "substack"
    return OWN if source == "table" else source


def place_at(source: str, one: Reading, own_host: str) -> str:
    """The place of a reading. What a search engine shows and leads from is read there: its clicks are none of our
    mails'."""
    if one.referrer and one.metric in ("clicks", "impressions"):
        return host_of(one.referrer)
    place = place_of(one.page, source)
    return OWN if place == own_host else place


class Counts:
    """All readings, sorted by what they count. Those of no post only tell which days a source watched."""

    def __init__(self, found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str], own_host: str = "") -> None:
        self._own_host = own_host
        self._days: dict[Key, dict[str, dict[str, _Parts]]] = defaultdict(lambda: defaultdict(dict))
        self._totals: dict[Key, dict[str, dict[str, _Parts]]] = defaultdict(lambda: defaultdict(dict))
        self._watched: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for source, one in found:
            self._add(source, one, post_of(one.page))

    def _add(self, source: str, one: Reading, post: str) -> None:
        place = place_at(source, one, self._own_host)
        if one.over == "day":
            self._watched[place, one.metric, source].add(one.day)
        if post and one.over == "day":
            self._days[Key(post, place, one.metric)][source].setdefault(one.day, _Parts()).add(one)
        elif post:
            pages = self._totals[Key(post, place, one.metric)][source]
            pages.setdefault(address_of(one.page), _Parts()).highest(one)

    def keys(self) -> list[Key]:
        """Everything that was counted, sorted."""
        return sorted({*self._days, *self._totals})

    def settled(self, key: Key, published: str = "") -> Settled:
        """The count to go by. `published` is the ISO day of the post, "" where it is not known.

        **By day** the lower count of the sources that counted a day goes, since programs are counted sooner than
        readers are missed; days that one source alone counted are added, so that changing the tool loses nothing.

        **A total** has no beginning: it may be of a month or of all time. So the highest goes among totals, and it goes
        before the days only where it is higher than they are up to its own day and they are not nearly all there are
        since the post came out: a log of one day says nothing about a year. Days after it are added to it.

        **Source:** own choice, see `docs/decisions/0058-which-count-goes.md`.
        """
        lowest = self._lowest(key)
        days = {day: count for day, (count, _) in lowest.items()}
        totals = list(self._sums(key))
        told = tuple(self._disagreements(key, published, days, totals))
        for one in sorted(totals, key=lambda one: (-one.value - _after(days, one.day), one.source)):
            if self._goes(key, one, days, published):
                late = {source for day, (_, source) in lowest.items() if day > one.day}
                return Settled(
                    one.value + _after(days, one.day), (one.source, *sorted(late - {one.source})), days, told
                )
        return Settled(sum(days.values()), tuple(sorted({source for _, source in lowest.values()})), days, told)

    def _lowest(self, key: Key) -> dict[str, tuple[int, str]]:
        """ISO day -> the lowest count of that day and whose it is."""
        lowest: dict[str, tuple[int, str]] = {}
        for source, counted in self._days.get(key, {}).items():
            for day, parts in counted.items():
                lowest[day] = min((parts.value, source), lowest.get(day, (parts.value, source)))
        return lowest

    def _sums(self, key: Key) -> Iterator[Total]:
        for source, pages in self._totals.get(key, {}).items():
            yield Total(source, sum(one.value for one in pages.values()), max(one.day for one in pages.values()))

    def _goes(self, key: Key, one: Total, days: Mapping[str, int], published: str) -> bool:
        """Whether a total goes before the counts by day."""
        before = sum(count for day, count in days.items() if day <= one.day)
        return not days or (one.value > before and self._share_watched(key, one.day, days, published) < WATCHED)

    def _share_watched(self, key: Key, until: str, days: Mapping[str, int], published: str) -> float:
        """Share of the days from a post's first up to one that sources by day watched; 1 where there are none."""
        since = _first(published, days)
        length = (date.fromisoformat(until) - date.fromisoformat(since)).days + 1
        return len(self._seen(key, since, until)) / length if length > 0 else 1.0

    def _seen(self, key: Key, since: str, until: str) -> set[str]:
        """The days on which those who count this by day counted any page of that place."""
        seen = (self._watched[key.place, key.metric, source] for source in self._days.get(key, ()))
        return {day for watched in seen for day in watched if since <= day <= until}

    def _disagreements(self, key: Key, published: str, days: Mapping[str, int], totals: list[Total]) -> Iterator[str]:
        what = f"{key.metric} on {key.place}"
        for said in (*self._days_apart(key), *_totals_apart(totals)):
            yield f"{what}: {said}"
        for one in sorted(totals):
            before = sum(count for day, count in days.items() if day <= one.day)
            if days and _apart(before, one.value):
                yield f"{what}: {self._beside(key, one, before, days, published)}"

    def _days_apart(self, key: Key) -> Iterator[str]:
        """One sentence for all sources by day that disagree; the days that they share may be others for each two."""
        apart: dict[frozenset[str], list[str]] = defaultdict(list)
        for (one, ours), (other, theirs) in combinations(sorted(self._days.get(key, {}).items()), 2):
            both = frozenset(ours) & frozenset(theirs)
            mine, yours = (sum(counted[day].value for day in both) for counted in (ours, theirs))
            if _apart(mine, yours):
                found = apart[both]
                found += [said for said in (f"{one} {mine:,}", f"{other} {yours:,}") if said not in found]
        on = (f"on {len(days):,} day{'s' * (len(days) != 1)} {_counting(said)}" for days, said in apart.items())
        if apart:
            yield f"{'; '.join(on)}; of each day the lower counts"

    def _beside(self, key: Key, one: Total, before: int, days: Mapping[str, int], published: str) -> str:
        """A total and the days before it, and which goes and why."""
        names = " and ".join(sorted(self._days[key]))
        seen = len(self._seen(key, _first(published, days), one.day))
        said = f"up to {one.day} {one.source} counts {one.value:,} in all, {names} {before:,} by day"
        if self._goes(key, one, days, published):
            only = "1 day was" if seen == 1 else f"{seen:,} days were"
            return f"{said}; the total counts, since only {only} watched"
        why = "the total is lower and may be of a shorter time" if one.value < before else (
            "nearly every day was watched"
        )  # fmt: skip
        return f"{said}; the days count, since {why}"


class _Parts:
    """What one source gives for one day or one page: a count of all, or counts by where readers came from."""

    __slots__ = ("_came", "_whole", "day")

    def __init__(self) -> None:
        self._whole: int | None = None
        self._came: dict[str, int] = {}
        self.day = ""

    def add(self, one: Reading) -> None:
        """Count on: several pages of a post have their days together."""
        if one.referrer:
            self._came[one.referrer] = self._came.get(one.referrer, 0) + one.value
        else:
            self._whole = (self._whole or 0) + one.value

    def highest(self, one: Reading) -> None:
        """Keep the highest of several totals of one page."""
        self.day = max(self.day, one.day)
        if one.referrer:
            self._came[one.referrer] = max(self._came.get(one.referrer, 0), one.value)
        else:
            self._whole = max(self._whole or 0, one.value)

    @property
    def value(self) -> int:
        """The count of all, or the sum of those by referrer where there is none."""
        return sum(self._came.values()) if self._whole is None else self._whole


def _counting(said: Sequence[str]) -> str:
    """`log counts 9, plausible 6` from what each counted."""
    source, _, count = said[0].rpartition(" ")
    return ", ".join((f"{source} counts {count}", *said[1:]))


def _totals_apart(totals: Iterable[Total]) -> Iterator[str]:
    for one, other in combinations(sorted(totals), 2):
        if _apart(one.value, other.value):
            yield f"{one.source} counts {one.value:,} in all, {other.source} {other.value:,}; the higher counts"


def _first(published: str, days: Iterable[str]) -> str:
    """The first day of a post's life: that of its publishing, or an earlier one that somebody counted."""
    return min((one for one in (published, *days) if is_day(one)), default="")


def _after(days: Mapping[str, int], day: str) -> int:
    return sum(count for each, count in days.items() if each > day)


def _apart(one: int, other: int) -> bool:
    high = max(one, other)
    return high > 0 and abs(one - other) / high > APART
