"""The week of one article: its slots as the writer states them, and as sessions on real dates."""

from datetime import datetime

from msgspec import Struct

from inkwright.model.regex import regex

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK = (
    "mon 19:00 30 outline",
    "tue 19:00 60 draft",
    "wed 19:00 60 draft",
    "thu 19:00 60 edit and code",
    "fri 19:00 30 proof and publish",
)
"""The week that is used when the settings name none: 4 hours. **Source:** requirement OUT-16; the hour of the day is an
own choice: after work."""
LONGEST = 8 * 60
"""Minutes that one slot may take. **Source:** own choice: more is no session but a day."""
_SLOT = regex(r"\s*([A-Za-z]{3})\s+([01]?\d|2[0-3]):([0-5]\d)\s+(\d{1,3})\s+(\S.*?)\s*")


class Slot(Struct, frozen=True):
    """A time of the week that is kept free: `day` 0 is Monday, `at` minutes after midnight, `minutes` its length."""

    day: int
    at: int
    minutes: int
    what: str


class Sitting(Struct, frozen=True):
    """A slot on a date: `start` in the writer's time zone, the command that begins it ("" where no post is named), and
    a `uid` that stays the same when the same week is planned again."""

    start: datetime
    minutes: int
    what: str
    command: str
    uid: str


def slot(text: str) -> Slot:
    """The slot of a text such as `mon 19:00 30 outline`. Raises ValueError that says what is wrong with it."""
    found = _SLOT.fullmatch(text)
    if not found or found[1].lower() not in DAYS:
        raise ValueError(f'"{text}" is no slot: write day, time, minutes and what, such as "{WEEK[0]}"')
    minutes = int(found[4])
    if not 1 <= minutes <= LONGEST:
        raise ValueError(f'"{text}": a slot takes 1 to {LONGEST} minutes')
    return Slot(DAYS.index(found[1].lower()), int(found[2]) * 60 + int(found[3]), minutes, found[5])
