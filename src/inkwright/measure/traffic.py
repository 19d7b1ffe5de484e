"""Views of pages by day -> what each post had in its last quarter, and whether its readers went away."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from inkwright.measure.counts import OWN, place_of
from inkwright.measure.life import uncounted
from inkwright.measure.post_readings import daily
from inkwright.model.reading import Reading
from inkwright.model.stale import QUARTER, Fall

FEWEST = 50
"""Views that the quarter before must have. **Source:** own choice: below that chance moves more than readers do."""
FALL = 0.5
"""Share of the quarter before that is left when traffic is said to fall. **Source:** own choice."""


class Quarters(NamedTuple):
    """Views of the last 91 days and of the 91 before."""

    now: int
    before: int


class Lately(NamedTuple):
    """Views of a post in the last 91 days, and how they fell; None where they did not, or nobody knows."""

    views: int
    fell: Fall | None


def quarters(views: Mapping[str, int], today: str) -> Quarters:
    """The two quarters up to an ISO day; `views` by ISO day."""
    split, start = _day(today, -QUARTER), _day(today, -2 * QUARTER)
    now = sum(count for day, count in views.items() if split < day <= today)
    return Quarters(now, sum(count for day, count in views.items() if start < day <= split))


def lately(
    found: Iterable[tuple[str, Reading]], post_of: Callable[[str], str], own_host: str, today: str
) -> dict[str, Lately]:
    """Post -> what it had lately, from readings of all views by day (none by referrer) with their sources; posts that
    nobody counted are left out. `today` is ISO.

    A source is only compared with itself, so that changing the tool, or a second one that counts little, makes no fall
    and hides none: at each place the one goes that counted most in the quarter before, of those that went on counting
    up to now, whatever page. So a post of which they have nothing any more has fallen to nothing.
    """
    rows = [(source, one) for source, one in found if one.metric == "views" and one.over == "day"]
    series: dict[str, dict[str, dict[str, Counter[str]]]] = defaultdict(lambda: defaultdict(dict))
    watched: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, one in rows:
        place = place_of(one.page, source)
        place = OWN if place == own_host else place
        watched[place, source].add(one.day)
        if post := post_of(one.page):
            series[post][place].setdefault(source, Counter())[one.day] += one.value
    since = _day(today, 1 - QUARTER)
    going = {key for key, days in watched.items() if not uncounted(sorted(days), since, today)}
    views = daily(rows, post_of, own_host)
    return {
        post: Lately(
            quarters(views.get(post, {}), today).now,
            _fall([_most({name: days for name, days in by.items() if (place, name) in going}, today)
                   for place, by in places.items()]),
        )
        for post, places in series.items()
    }  # fmt: skip


def _most(series: Mapping[str, Mapping[str, int]], today: str) -> tuple[str, Quarters]:
    """The source of one place that counted most in the quarter before; "" where none goes on counting."""
    found = [(name, quarters(days, today)) for name, days in series.items()]
    return min(found, key=lambda one: (-one[1].before, -one[1].now, one[0]), default=("", Quarters(0, 0)))


def _fall(places: Sequence[tuple[str, Quarters]]) -> Fall | None:
    now, before = (sum(numbers) for numbers in zip(*(one for _, one in places), strict=True))
    if before < FEWEST or now >= before * FALL:
        return None
    return Fall(now, before, tuple(sorted({name for name, one in places if one.now or one.before})))


def _day(day: str, later: int) -> str:
    return (date.fromisoformat(day) + timedelta(later)).isoformat()
