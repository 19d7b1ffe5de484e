"""Views of a post by day and kind -> its life: periods since publishing, and how soon half of a year's views came."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from inkwright.measure.day_kinds import Days
from inkwright.measure.export_file import is_day
from inkwright.model.life import KINDS, Half, Period, PostLife, ReaderKind, Together

YEAR = 365
EDGES = (0, 7, 14, 21, 28, *range(60, 331, 30), YEAR, 2 * YEAR)
"""Days at which a period begins: four weeks, then months of 30 days (the second of 32, the twelfth of 35), the second
year, and what comes later."""
FEWEST = 10
"""Views below which no half is told. **Source:** own choice: three readers have no half-life."""
GAP = 31
"""Days in a row that may pass uncounted before a life is not known as a whole. **Source:** own choice: a quiet blog has
weeks without a view, a month is a log that was not handed in."""
NAMES = {"search": "Search engines", "social": "Shares", "newsletter": "Letters", "other": "Other sites",
         "own": "Your own pages", "direct": "Without a referrer", "untold": "Counted without referrers",
         "all": "All"}  # fmt: skip
"""What each kind of readers, and all together, are called."""


def life(id_: str, title: str, published: str, days: Days, watched: Sequence[str], today: str) -> PostLife | None:
    """The life of one post up to an ISO day; None for one without a day of publishing, or one to come.

    `watched` are the days on which somebody counted any page, sorted; behind the last of them nothing is known.
    """
    if not is_day(published) or published > today:
        return None
    aged = _by_age(days, published)
    views = sum(sum(kinds.values()) for age, kinds in aged.items() if age >= 0)
    early = sum(sum(kinds.values()) for age, kinds in aged.items() if age < 0)
    age = _age(today, published)
    missing = uncounted(watched, published, min(today, _day(published, YEAR - 1)))
    counted_from, known = (watched[0], min(today, watched[-1])) if watched else ("", today)
    seen = _age(known, published)
    return PostLife(
        id_, title, published, age, counted_from, tuple(sorted(days.sources)), views, early,
        tuple(periods(aged, seen)), tuple(halves(aged, seen, missing)), missing,
        tuple(_notes(aged, early, known if _age(today, known) > 1 else "")),
    )  # fmt: skip


def periods(aged: Mapping[int, Mapping[ReaderKind, int]], age: int) -> Iterable[Period]:
    """The periods that a post had begun at `age` days, the last that somebody counted, with their views; `aged` is by
    day since publishing."""
    inside: dict[int, dict[ReaderKind, int]] = defaultdict(dict)
    for day, kinds in aged.items():
        if day >= 0:
            _add(inside[bisect_right(EDGES, day) - 1], kinds)
    for no, (first, label, last) in enumerate(_stretches()):
        if first <= age:
            yield Period(label, first, last, {kind: inside[no][kind] for kind in KINDS if inside[no].get(kind)})


def halves(aged: Mapping[int, Mapping[ReaderKind, int]], age: int, missing: str = "") -> Iterable[Half]:
    """For all views and for each kind that has any in the first year: within how many days half of them came.

    `missing` says what was not counted, "" for a year known as a whole; then no half is told.
    """
    year = {day: kinds for day, kinds in aged.items() if 0 <= day < YEAR}
    there = {kind for kinds in year.values() for kind in kinds}
    for kind in ("all", *(one for one in KINDS if one in there)):
        counts = {day: sum(n for one, n in kinds.items() if kind in ("all", one)) for day, kinds in year.items()}
        total, so_far = sum(counts.values()), age < YEAR - 1
        if missing:
            yield Half(kind, total, None, so_far, missing)
        elif total < FEWEST:
            yield Half(kind, total, None, so_far, f"{total} view{' is' if total == 1 else 's are'} too few")
        else:
            yield Half(kind, total, _half(counts, total), so_far)


def together(lives: Sequence[PostLife], watched: Sequence[str]) -> list[Together]:
    """Each period with the posts that lived through it and were counted from their first day to its end."""
    rows, gaps = [], _gaps(watched)
    known = [(one, _counted(watched, gaps, one.published)) for one in lives]
    for first, label, last in _stretches():
        if through := [one for one, counted in known if last is not None and one.age >= last and counted(last)]:
            views: Counter[str] = Counter()
            for one in through:
                views.update(next(each.views for each in one.periods if each.first == first))
            mean: dict[str, float] = {kind: round(views[kind] / len(through), 2) for kind in KINDS if views[kind]}
            rows.append(Together(label, first, last, len(through), mean))
    return rows


def year_of(lives: Iterable[tuple[PostLife, Days]]) -> tuple[list[Half], int]:
    """The halves of all posts that are a year old and were counted throughout, taken together, and their number."""
    pooled: dict[int, dict[ReaderKind, int]] = defaultdict(dict)
    posts = 0
    for one, days in lives:
        if not one.missing and not any(half.so_far for half in one.halves):
            posts += 1
            for day, kinds in _by_age(days, one.published).items():
                _add(pooled[day], kinds)
    return (list(halves(pooled, YEAR)) if posts else []), posts


def _half(counts: Mapping[int, int], total: int) -> int:
    so_far = 0
    for day in sorted(counts):
        so_far += counts[day]
        if 2 * so_far >= total:
            return day + 1
    raise AssertionError("half of a count is reached before its end")


def _stretches() -> Iterable[tuple[int, str, int | None]]:
    """First day, label and last day of each period."""
    for no, (first, following) in enumerate(pairwise(EDGES), 1):
        label = f"week {no}" if no <= 4 else f"month {no - 3}" if first < YEAR else "year 2"
        yield first, label, following - 1
    yield EDGES[-1], "later", None


def uncounted(watched: Sequence[str], since: str, until: str) -> str:
    """Which of some days of a life nobody counted, as a sentence; "" for none. Who counted before it counted its first
    days, too: a day without a view leaves no reading. Less than a month behind the
    last reading is no gap yet (nor is it known)."""
    begin = bisect_left(watched, since)
    before = watched[bisect_left(watched, _day(since, -GAP)) : begin][-1:]
    inside = watched[begin : bisect_right(watched, until)]
    if not inside:
        return "nobody counted by day in its first year"
    if not before and _age(inside[0], since) > 1:
        return f"nobody counted by day before {inside[0]}, {_age(inside[0], since)} days after it came out"
    for one, other in pairwise((*before, *inside, _day(until, 1))):
        if _age(other, one) > GAP:
            return f"nobody counted by day from {_day(one, 1)} to {_day(other, -1)}"
    return ""


def _gaps(watched: Sequence[str]) -> list[str]:
    """The days after which nobody counted for longer than a month, the last one among them."""
    return [one for one, other in pairwise(watched) if _age(other, one) > GAP] + [*watched[-1:]]


def _counted(watched: Sequence[str], gaps: Sequence[str], since: str) -> Callable[[int], bool]:
    """Whether `uncounted` says nothing of a post of an ISO day up to some age, and somebody counted then or later: told
    from the gaps, not day by day."""
    begin = bisect_left(watched, since)
    before = watched[bisect_left(watched, _day(since, -GAP)) : begin][-1:]
    first = watched[begin] if begin < len(watched) else ""
    if not first or (not before and _age(first, since) > 1):
        return lambda last: False
    begun = before[0] if before else first
    gap = gaps[bisect_left(gaps, begun)]
    end = _age(gap, since) + (GAP - 1 if gap < watched[-1] else 0)
    return lambda last: _age(first, since) <= last <= end


def _notes(aged: Mapping[int, Mapping[ReaderKind, int]], early: int, until: str) -> Iterable[str]:
    untold = sum(kinds.get("untold", 0) for kinds in aged.values())
    told = sum(n for kinds in aged.values() for kind, n in kinds.items() if kind != "untold")
    if untold:
        some = "" if not told else f" of {untold:,} views"
        yield f"no source tells by day where the readers{some} came from (a log, GoatCounter and Umami do)"
    if until:
        yield f"nobody counted by day since {until}, so what came later is not known"
    if early:
        yield f"{early:,} view{'s' * (early != 1)} before its date are left out"


def _add(to: dict[ReaderKind, int], kinds: Mapping[ReaderKind, int]) -> None:
    """Counts added to others; a plain loop, since that of `Counter` takes ten times as long for a few kinds."""
    for kind, count in kinds.items():
        to[kind] = to.get(kind, 0) + count


def _by_age(days: Days, published: str) -> dict[int, Mapping[ReaderKind, int]]:
    begun = _number(published)
    return {_number(day) - begun: kinds for day, kinds in days.kinds.items()}


def _age(day: str, since: str) -> int:
    return _number(day) - _number(since)


@lru_cache(maxsize=1 << 15)
def _number(day: str) -> int:
    """The number of an ISO day; each is asked for once for every post that it is in the life of."""
    return date.fromisoformat(day).toordinal()


def _day(day: str, later: int) -> str:
    return (date.fromisoformat(day) + timedelta(later)).isoformat()
