"""What a writer means to read, when, and the paper chosen for a month. A *reading* elsewhere is a measured value."""

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One line of the reading list: `url`, `arxiv`, `doi` and `feed` are "" where the line has none, `date` is ISO or
    "". `raw` is the line as it stands, without its end; `line` is 1-based, 0 for one not yet written.

    `note` is the path of what was made of it, `later` and `dropped` the ISO days when it was put off or dropped.
    """

    title: str
    url: str = ""
    arxiv: str = ""
    doi: str = ""
    feed: str = ""
    date: str = ""
    note: str = ""
    later: str = ""
    dropped: str = ""
    fetched: str = ""
    done: bool = False
    line: int = 0
    raw: str = ""

    @property
    def state(self) -> str:
        """ "open", "later" (put off), "noted", "dropped", "done" (ticked off by hand), "feed"."""
        if self.feed:
            return "feed"
        if self.dropped:
            return "dropped"
        if self.note:
            return "noted"
        return "done" if self.done else "later" if self.later else "open"

    @property
    def is_paper(self) -> bool:
        """Whether a number tells that it is a paper."""
        return bool(self.arxiv or self.doi)


class ReadingRow(Struct, frozen=True):
    """An entry as it is listed: `age` is in days, None without a date; `kind` is "paper", "page" or "other"."""

    title: str
    url: str
    kind: str
    date: str
    age: int | None
    state: str
    note: str
    line: int


class FeedRow(Struct, frozen=True):
    """A feed of the list and the ISO day when it was last read, "" for never."""

    title: str
    feed: str
    fetched: str
    line: int


class Item(Struct, frozen=True):
    """Something that a feed or a file offers for reading: `date` is ISO or "", `feed` is set for a feed itself."""

    title: str
    url: str = ""
    date: str = ""
    feed: str = ""


class Fetched(Struct, frozen=True):
    """What reading the feeds brought: the lines added, and (address, why) of each that could not be read."""

    added: tuple[Entry, ...] = ()
    asked: int = 0
    failed: tuple[tuple[str, str], ...] = ()


class Listed(Struct, frozen=True):
    """What adding to the list did: the new lines, how many were there already, and what was left out, with why."""

    new: tuple[Entry, ...] = ()
    known: int = 0
    broken: tuple[str, ...] = ()


class Week(Struct, frozen=True):
    """One week of reading, Monday to Sunday: keys of the papers read, minutes logged, minutes planned (0: no plan)."""

    begins: str
    papers: tuple[str, ...] = ()
    minutes: int = 0
    planned: int = 0


class MonthPaper(Struct, frozen=True):
    """The paper of a month ("2026-11") and its summary: words written, words asked for, the ISO day that it is due and
    where it stands ("" for nowhere yet). A proposal has a `reason` and was not chosen yet."""

    month: str
    key: str
    title: str
    path: str
    due: str
    words: int = 0
    wanted: int = 0
    written_in: str = ""
    reason: str = ""

    @property
    def done(self) -> bool:
        """Whether the summary has the words that it should have."""
        return self.words >= self.wanted


class ReadingList(Struct, frozen=True):
    """The whole of it: entries in the order written, feeds, this week and those before it (oldest first), what may be
    read today in minutes, and the paper of the month, None when none is chosen."""

    entries: tuple[ReadingRow, ...]
    feeds: tuple[FeedRow, ...]
    weeks: tuple[Week, ...]
    tonight: int = 0
    month: MonthPaper | None = None
