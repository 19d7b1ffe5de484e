"""What readers used of each post -> of each theme, with how far that can be trusted. Never a verdict on a few posts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from inkwright.measure.export_file import is_day
from inkwright.measure.intervals import typical
from inkwright.measure.life import uncounted
from inkwright.measure.portfolio import GOAL
from inkwright.model.what_next import USE_METRICS, PerPost, PostUse, ThemeUse, UseMetric, Verdict

FIRST = 30
"""Days of a post's life that are compared, so that old posts do not win by their age. **Source:** own choice: posts of
three months can have them."""
FEW = 3
"""Counts below which no interval is told. **Source:** own choice: Student's factor for two is 12.7 and views spread
over orders of magnitude, so that theirs would go from nothing to more than there are people."""
VERDICTS: dict[Verdict, str] = {
    "more": "more than the others",
    "less": "less than the others",
    "overlap": "may be chance",
    "unknown": "-",
}
"""How a theme stands beside all other posts, in words."""


def first_views(days: Mapping[str, int], published: str, watched: Sequence[str], today: str) -> int | None:
    """Views of a post in its first 30 days; None where these are not over or nobody counted them. `days` are its views
    by ISO day, `watched` the days on which any page was counted, sorted."""
    if not is_day(published):
        return None
    last = (date.fromisoformat(published) + timedelta(FIRST - 1)).isoformat()
    if last >= today or last > max(watched, default="") or uncounted(watched, published, last):
        return None
    return sum(count for day, count in days.items() if published <= day <= last)


def metric_of(posts: Sequence[PostUse]) -> UseMetric | None:
    """What themes are ranked by: the first metric that was counted of six posts; None where there is none."""
    return next((one for one in USE_METRICS if sum(one in post.values for post in posts) >= GOAL), None)


def themes(posts: Sequence[PostUse], metric: UseMetric | None) -> list[ThemeUse]:
    """Each theme beside all posts that are not on it, by the lower end of the interval of the metric, best first; those
    of which no interval is known come last. Without a metric it is too early: by their names, without intervals. Case
    is of no account."""
    called: dict[str, str] = {}
    on: dict[str, list[PostUse]] = defaultdict(list)
    for post in posts:
        for theme in {theme.casefold(): theme for theme in post.themes}.values():
            called.setdefault(theme.casefold(), theme)
            on[theme.casefold()].append(post)
    found = []
    for key, some in on.items():
        rest = [post for post in posts if post not in some]
        mine, others = (_per_post(each, metric is not None) for each in (some, rest))
        verdict = _verdict(mine.get(metric), others.get(metric)) if metric else "unknown"
        found.append(ThemeUse(called[key], len(some), mine, others, verdict))
    return sorted(found, key=lambda one: (-_worth(one, metric), one.theme.casefold()))


def _per_post(posts: Sequence[PostUse], ripe: bool) -> dict[UseMetric, PerPost]:
    found: dict[UseMetric, PerPost] = {}
    for metric in USE_METRICS:
        counts = [post.values[metric] for post in posts if metric in post.values]
        if counts:
            value, low, high = typical(counts)
            known = ripe and len(counts) >= FEW
            ends = (None, None) if low is None or high is None or not known else (round(low, 1), round(high, 1))
            found[metric] = PerPost(len(counts), round(value, 1), *ends)
    return found


def _verdict(mine: PerPost | None, others: PerPost | None) -> Verdict:
    if mine is None or others is None or mine.low is None or mine.high is None:
        return "unknown"
    if others.low is None or others.high is None:
        return "unknown"
    return "more" if mine.low > others.high else "less" if mine.high < others.low else "overlap"


def _worth(one: ThemeUse, metric: UseMetric | None) -> float:
    found = one.per_post.get(metric) if metric else None
    return -1.0 if found is None or found.low is None else found.low
