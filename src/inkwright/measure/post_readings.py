"""All readings -> what is known of each post: one count for each metric, where it was read, who sent readers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from inkwright.measure.counts import Counts, Key, Settled
from inkwright.measure.export_file import host_of
from inkwright.measure.page_names import address_of
from inkwright.model.reading import METRICS, PostReadings, Reading, Taken

REFERRERS = 5
"""Referrers that are named for a post."""


def by_post(
    found: Iterable[tuple[str, Reading]],
    post_of: Callable[[str], str],
    own_host: str = "",
    published: Mapping[str, str] | None = None,
) -> dict[str, dict[Key, Settled]]:
    """Post -> what is counted -> the count to go by. Readings of no post are left out; `published` has the ISO day of
    each post where it is known."""
    counts, days = Counts(found, post_of, own_host), published or {}
    posts: dict[str, dict[Key, Settled]] = defaultdict(dict)
    for key in counts.keys():  # noqa: SIM118 -- no mapping
        posts[key.post][key] = counts.settled(key, days.get(key.post, ""))
    return dict(posts)


def daily(
    found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str], own_host: str = ""
) -> dict[str, dict[str, int]]:
    """Post -> ISO day -> count, over all metrics and places given. Where several sources watch one place, on each day
    the lower goes."""
    posts: dict[str, dict[str, int]] = {}
    for post, settled in by_post(found, post_of, own_host).items():
        days: Counter[str] = Counter()
        for one in settled.values():
            days.update(one.days)
        if days:
            posts[post] = dict(days)
    return posts


def summary(
    id_: str, title: str, date: str, settled: Mapping[Key, Settled], referrers: Mapping[str, int]
) -> PostReadings:
    """What is known of one post. Counts of several places are added up; visitors of two places may be the same."""
    values: Counter[str] = Counter()
    read_at: Counter[str] = Counter()
    for key, one in settled.items():
        values[key.metric] += one.value
        read_at[key.place] += one.value if key.metric == "views" else 0
    order: dict[str, int] = {metric: values[metric] for metric in METRICS if metric in values}
    taken = tuple(Taken(key.metric, key.place, one.value, one.sources) for key, one in sorted(settled.items()))
    return PostReadings(
        id_, title, date, order, tuple(Counter(dict(referrers)).most_common(REFERRERS)),
        tuple((place, count) for place, count in read_at.most_common() if count),
        tuple(said for _, one in sorted(settled.items()) for said in one.disagree), taken,
    )  # fmt: skip


def referrers_of(found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str]) -> dict[str, Counter[str]]:
    """Views by where readers came from, for each post; of several sources that say so the highest. Days are added up,
    of several totals of one page the highest goes."""
    days: Counter[tuple[str, str, str, str]] = Counter()
    totals: dict[tuple[str, str, str, str], dict[str, int]] = defaultdict(dict)
    for source, one in found:
        if one.referrer and one.metric in ("views", "clicks") and (post := post_of(one.page)):
            key: tuple[str, str, str, str] = (post, host_of(one.referrer), source, one.metric)
            page = address_of(one.page)
            if one.over == "day":
                days[key] += one.value
            else:
                totals[key][page] = max(one.value, totals[key].get(page, 0))
    posts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in {*days, *totals}:
        value = max(days[each], sum(totals[each].values()) if each in totals else 0)
        posts[each[0]][each[1]] = max(posts[each[0]][each[1]], value)
    return posts
