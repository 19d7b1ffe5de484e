"""Readings: one measured value of one page, as some place counted it."""

from typing import Literal, get_args

from msgspec import Struct, field

Metric = Literal[
    "views", "visitors", "reads", "likes", "comments", "shares", "clicks", "impressions", "sent", "opens", "replies",
    "unsubscribed",
]  # fmt: skip
METRICS: tuple[Metric, ...] = get_args(Metric)
Over = Literal["day", "total"]


class Reading(Struct, frozen=True, eq=False):
    """One value. `page` is a path of the own site ("/posts/x/"), an address elsewhere, or a title where nothing else is
    known; "" is the whole site. `day` is ISO: the day that was counted, or for `over` "total" the last day of all that
    were counted together. `referrer` is where readers came from, "" for all of them. `line` is where it stands in its
    file, 0 where it stands in none or comes of many; readings are equal wherever they stand."""

    page: str
    metric: Metric
    value: int
    day: str
    over: Over = "day"
    referrer: str = ""
    line: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        return self.page, self.metric, self.value, self.day, self.over, self.referrer


class Unread(Struct, frozen=True):
    """A line that holds no reading, 1-based (0 for the file as a whole), and why."""

    line: int
    why: str


class Told(Struct, frozen=True):
    """What was done with rows that were read, and the lines of those rows where they are known."""

    what: str
    lines: tuple[int, ...] = ()


class Fell(Struct, frozen=True):
    """A value that was higher before: the line it stands on (0 for none), what was counted, both values."""

    line: int
    page: str
    metric: str
    day: str
    before: int
    now: int


class ReadingsImport(Struct, frozen=True):
    """What an import did: the source's name, readings that were new or changed, those known already, the days they
    reach over, pages that belong to no post, lines that could not be read, what was done with others, values that were
    higher before (kept so unless the new ones were asked for: `replaced`), and columns that were not taken."""

    file: str
    source: str
    new: int = 0
    changed: int = 0
    known: int = 0
    first: str = ""
    last: str = ""
    strangers: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    told: tuple[Told, ...] = ()
    fell: tuple[Fell, ...] = ()
    replaced: bool = False
    unused: tuple[str, ...] = ()


class SourceCount(Struct, frozen=True):
    """What the ledger holds of one source."""

    source: str
    readings: int
    pages: int
    first: str
    last: str


class Taken(Struct, frozen=True):
    """One figure of a post at one place, and the sources whose counts were taken for it."""

    metric: str
    place: str
    value: int
    sources: tuple[str, ...]


class PostReadings(Struct, frozen=True):
    """What is known of one post: per metric the best count over all places (own site and elsewhere added up), the
    most frequent referrers, where it was read, a sentence for each two sources that disagree, which says whose count
    goes, and for each figure the sources it was taken from."""

    id: str
    title: str
    date: str
    values: dict[str, int] = field(default_factory=dict)
    referrers: tuple[tuple[str, int], ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    disagree: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
