"""Views by day and by referrer -> views of each day by the kind of place that readers came from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from inkwright.measure.counts import place_of
from inkwright.measure.referrer_kinds import kind_of
from inkwright.model.life import ReaderKind
from inkwright.model.reading import Reading

NEVER = "9999-12-31"


class Days(Struct, frozen=True):
    """Views of one post: ISO day -> kind -> count, and who counted them."""

    kinds: dict[str, dict[ReaderKind, int]] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()


def watched_days(found: Iterable[tuple[str, Reading]]) -> list[str]:
    """The ISO days on which somebody counted views of any page, sorted."""
    return sorted({one.day for _, one in found if one.metric == "views" and one.over == "day"})


def day_kinds(
    found: Iterable[tuple[str, Reading]],
    post_of: Callable[[str], str],
    own_host: str = "",
    mailed: Mapping[tuple[str, str], int] | None = None,
) -> dict[str, Days]:
    """Post -> its views by day and kind, over all places; totals say nothing of days and are left out.

    Of several sources that watch one place on one day the lowest goes, one that tells where readers came from before
    one that does not. A source tells it from the first day on for which it did: an export without referrers and a later
    one with them are one source. `mailed` holds followed links of own letters by post and day: a mail program sends no
    referrer, so as many of that day's direct views are the newsletter's; none is added.
    """
    seen = [(source, one) for source, one in found if one.metric == "views" and one.over == "day"]
    telling: dict[str, str] = {}
    for source, one in seen:
        if one.referrer:
            telling[source] = min(one.day, telling.get(source, one.day))
    counted: dict[tuple[str, str, str], dict[str, _Day]] = defaultdict(lambda: defaultdict(_Day))
    for source, one in seen:
        if post := post_of(one.page):
            place = "" if (host := place_of(one.page, source)) == own_host else host
            counted[post, one.day, place or "own site"][source].add(one, own_host)
    kinds: dict[str, dict[str, dict[ReaderKind, int]]] = defaultdict(lambda: defaultdict(dict))
    sources: dict[str, set[str]] = defaultdict(set)
    for (post, day, _), by_source in counted.items():
        untold, _, source = min((telling.get(name, NEVER) > day, one.total, name) for name, one in by_source.items())
        there = kinds[post][day]
        for kind, count in by_source[source].kinds(not untold).items():
            there[kind] = there.get(kind, 0) + count
        sources[post].add(source)
    for (post, day), clicks in (mailed or {}).items():
        if day in kinds.get(post, {}):
            there = kinds[post][day]
            moved = min(clicks, there.get("direct", 0))
            there["newsletter"] = there.get("newsletter", 0) + moved
            there["direct"] = there.get("direct", 0) - moved
    return {
        post: Days({day: {kind: n for kind, n in one.items() if n} for day, one in days.items()},
                   frozenset(sources[post]))
        for post, days in kinds.items()
    }  # fmt: skip


class _Day:
    """What one source counted of one post on one day."""

    def __init__(self) -> None:
        self._whole: int | None = None
        self._came: dict[ReaderKind, int] = {}

    def add(self, one: Reading, own_host: str) -> None:
        if one.referrer:
            kind = kind_of(one.referrer, own_host)
            self._came[kind] = self._came.get(kind, 0) + one.value
        else:
            self._whole = (self._whole or 0) + one.value

    @property
    def total(self) -> int:
        """All views; what referrers say where that is more."""
        return max(self._whole or 0, sum(self._came.values()))

    def kinds(self, telling: bool) -> dict[ReaderKind, int]:
        """Views by kind: those without a referrer are direct where the source tells referrers, else untold."""
        rest: ReaderKind = "direct" if telling else "untold"
        more = self.total - sum(self._came.values())
        return {**self._came, rest: self._came.get(rest, 0) + more} if more else self._came
