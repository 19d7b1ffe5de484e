"""All readings -> what is known of each post: one count for each metric, where it was read, who sent readers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from inkwright.measure.export_file import host_of
from inkwright.model.reading import METRICS, PostReadings, Reading

OWN = "own site"
APART = 0.2
"""Share by which two counts of the same thing differ before it is said. **Source:** own choice: blockers and bots move
counts by a tenth or two anyway."""
REFERRERS = 5
"""Referrers that are named for a post."""


class Counted(NamedTuple):
    """What one source counted of one metric at one place: the count and on how many days."""

    source: str
    value: int
    days: int


def place_of(page: str, source: str) -> str:
    """Where a page is read: the own site, a host, or the source itself where only a title or an id is known."""
    if page.startswith("/"):
        return OWN
    if "://" in page:
        return host_of(page)
    name, colon, _ = page.partition(":")
    return name if colon and " " not in name else source


def by_post(
    found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str], own_host: str = ""
) -> dict[str, dict[str, dict[str, list[Counted]]]]:
    """Post -> place -> metric -> what each source counted. Readings of no post are left out.

    A source that counts days is worth their sum, one that counts totals its highest; where it gives only counts by
    referrer, their sum.
    """
    sums: dict[tuple[str, str, str, str], _Sum] = defaultdict(_Sum)
    for source, one in found:
        post = post_of(one.page)
        if post:
            place = place_of(one.page, source)
            sums[post, OWN if place == own_host else place, one.metric, source].add(one)
    posts: dict[str, dict[str, dict[str, list[Counted]]]] = {}
    for (post, place, metric, source), total in sums.items():
        posts.setdefault(post, {}).setdefault(place, {}).setdefault(metric, []).append(total.counted(source))
    return posts


class _Sum:
    """The readings of one source, metric, post and place, added up."""

    def __init__(self) -> None:
        self.days = Counter[tuple[str, bool]]()
        self.totals = defaultdict[tuple[str, bool], dict[str, int]](dict)

    def add(self, one: Reading) -> None:
        if one.over == "day":
            self.days[one.day, bool(one.referrer)] += one.value
        else:
            known = self.totals[one.page, bool(one.referrer)]
            known[one.referrer] = max(one.value, known.get(one.referrer, 0))

    def counted(self, source: str) -> Counted:
        for came in (False, True):
            daily = [value for (_, referred), value in self.days.items() if referred == came]
            totals = [sum(known.values()) for (_, referred), known in self.totals.items() if referred == came]
            if daily or totals:
                return Counted(source, max(sum(daily), sum(totals)), len(daily))
        return Counted(source, 0, 0)


def best(counted: Iterable[Counted]) -> Counted:
    """The count to go by where several sources counted the same: who watched most days, then who counted least, since
    programs are counted sooner than readers are missed."""
    return min(counted, key=lambda one: (-one.days, one.value, one.source))


def daily(
    found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str], own_host: str = ""
) -> dict[str, dict[str, int]]:
    """Post -> ISO day -> count, over all places. Where several sources watch one place, on each day the lower goes."""
    counted: dict[tuple[str, str, str, str], int] = defaultdict(int)
    for source, one in found:
        post = post_of(one.page)
        if post:
            place = place_of(one.page, source)
            counted[post, one.day, OWN if place == own_host else place, source] += one.value
    least: dict[tuple[str, str, str], int] = {}
    for (post, day, place, _), value in counted.items():
        least[post, day, place] = min(value, least.get((post, day, place), value))
    posts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (post, day, _), value in least.items():
        posts[post][day] += value
    return {post: dict(days) for post, days in posts.items()}


def summary(
    id_: str, title: str, date: str, places: Mapping[str, Mapping[str, list[Counted]]], referrers: Mapping[str, int]
) -> PostReadings:
    """What is known of one post. Counts of several places are added up; visitors of two places may be the same."""
    values: Counter[str] = Counter()
    read_at: Counter[str] = Counter()
    disagree: list[str] = []
    for place, metrics in places.items():
        for metric, counted in metrics.items():
            values[metric] += best(counted).value
            read_at[place] += best(counted).value if metric == "views" else 0
            disagree += _disagreement(place, metric, counted)
    order: dict[str, int] = {metric: values[metric] for metric in METRICS if metric in values}
    came = tuple(Counter(dict(referrers)).most_common(REFERRERS))
    shown = tuple((place, count) for place, count in read_at.most_common() if count)
    return PostReadings(id_, title, date, order, came, shown, tuple(sorted(disagree)))


def referrers_of(found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str]) -> dict[str, Counter[str]]:
    """Views by where readers came from, for each post; of several sources that say so the highest."""
    counted: dict[tuple[str, str, str], int] = Counter()
    for source, one in found:
        if one.referrer and one.metric in ("views", "clicks") and (post := post_of(one.page)):
            counted[post, host_of(one.referrer), source] += one.value
    posts: dict[str, Counter[str]] = defaultdict(Counter)
    for (post, referrer, _), value in counted.items():
        posts[post][referrer] = max(posts[post][referrer], value)
    return posts


def _disagreement(place: str, metric: str, counted: list[Counted]) -> Iterator[str]:
    """A sentence where two sources tell different counts of the same thing."""
    values = sorted(counted, key=lambda one: (one.value, one.source))
    low, high = values[0], values[-1]
    if high.value > low.value and (high.value - low.value) / high.value > APART:
        yield f"{metric} on {place}: {low.source} counts {low.value:,}, {high.source} {high.value:,}"
