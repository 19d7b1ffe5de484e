"""Writing sessions: one that is open, one that is over, and what was learnt from many."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

Work = Literal["outline", "draft", "edit"]
"""What a session is for: laying out the plan, putting down a first draft, or working over one."""


class OpenSession(Struct, frozen=True):
    """A session under way, as it is kept on the disk.

    `id` and `path` name the post. `start` and `seen` (when it was last heard of) know their time zone. `before` and
    `words` count the prose at the start and when last seen, `goal` is in minutes (0: none). `last` is the paragraph
    that was worked on last, "" when none was.
    """

    id: str
    path: str
    start: datetime
    seen: datetime
    before: int
    words: int
    goal: int = 0
    work: Work = "draft"
    last: str = ""

    @property
    def minutes(self) -> int:
        """Whole minutes from the start until it was last seen, at least 0."""
        return max(0, int((self.seen - self.start).total_seconds() // 60))


class Session(Struct, frozen=True):
    """A session that is over, as a line of the log tells it: `date` and `start` (HH:MM) are the writer's own.

    `minutes` runs to its end, over midnight too; `before` and `after` are words of prose.
    """

    date: str
    start: str
    minutes: int
    post: str
    before: int
    after: int
    work: Work = "draft"

    @property
    def words(self) -> int:
        """Words that the post gained; negative after a cut."""
        return self.after - self.before


class HourRate(Struct, frozen=True):
    """Sessions that began in one hour of the day: how many, their minutes, words and words an hour."""

    hour: int
    sessions: int
    minutes: int
    words: int
    per_hour: int


class MonthCount(Struct, frozen=True):
    """One month (`YYYY-MM`): sessions, minutes, words and how many drafts were ended."""

    month: str
    sessions: int
    minutes: int
    words: int
    drafts: int


class Habits(Struct, frozen=True):
    """What the writer's own sessions tell. `per_hour` is the median in words, None while too little is known, and
    `unknown` then says what is lacking; `best` are the hours with the most words, best first."""

    sessions: int
    minutes: int
    words: int
    per_hour: int | None
    best: tuple[HourRate, ...]
    hours: tuple[HourRate, ...]
    months: tuple[MonthCount, ...]
    unknown: str = ""


class Estimate(Struct, frozen=True):
    """What is left of a post: words to its budget and the minutes they may take, from the faster to the slower quarter
    of the writer's sessions; both 0 and `unknown` filled while too little is known. `source` says what it rests on."""

    post: str
    words: int
    goal: int
    left: int
    low: int
    high: int
    source: str = ""
    unknown: str = ""
