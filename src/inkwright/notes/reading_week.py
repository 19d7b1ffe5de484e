"""What was read, week by week, from the log and the notes of papers: `- 20:30 read [[vaswani2017]] [minutes:: 50]`.

A line of the log that begins with "read" counts; its minutes are its field, else its span of time (`19:10-20:00`), else
what it says (`50 min`, `1 h`).
"""

import datetime
from collections.abc import Iterable, Mapping

from inkwright.model.errors import UsageError
from inkwright.model.note import LogEntry
from inkwright.model.reading_list import Week
from inkwright.model.regex import regex
from inkwright.notes.fields import one_line, split_fields
from inkwright.notes.links import linked_names

WEEKS = 5
"""Weeks that are shown, the present one among them."""
_READ = regex(r"(?i)read(?:ing)?\b[:,]?\s")
_SPOKEN = regex(r"(?i)\b(\d{1,3}(?:[.,]\d)?)\s*(h|hours?|hrs?|min|minutes?|m)\b")
_SPAN = regex(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
DAY = 24 * 60


def minutes_read(entry: LogEntry) -> int | None:
    """The minutes that a line of the log tells of reading: 0 when it names no time, None when it is of another kind."""
    text, fields = split_fields(entry.text)
    if not _READ.match(f"{entry.text} "):
        return None
    said = dict(fields).get("minutes", "")
    if said.isdecimal():
        return min(int(said), DAY)
    if span := _SPAN.fullmatch(entry.time):
        begun, ended = int(span[1]) * 60 + int(span[2]), int(span[3]) * 60 + int(span[4])
        return (ended - begun) % DAY
    if spoken := _SPOKEN.search(text):
        amount = float(spoken[1].replace(",", "."))
        return min(round(amount * 60 if spoken[2].lower().startswith("h") else amount), DAY)
    return 0


def reading_entry(what: str, minutes: int) -> str:
    """The text of a log line that tells of reading. Raises UsageError for minutes that no sitting has."""
    if not 0 <= minutes <= DAY:
        raise UsageError(f"{minutes} minutes are no sitting", hint=f"Give 1 to {DAY}, or leave it out.")
    return f"read {one_line(what)}" + (f" [minutes:: {minutes}]" if minutes else "")


def weeks(
    log: Iterable[LogEntry], papers: Mapping[str, str], answered: Mapping[str, str], today: str, plan: tuple[int, int]
) -> tuple[Week, ...]:
    """The last weeks, this one last. `papers` is key -> name key of every paper; `answered` is key -> ISO day of those
    whose note answers a question; `plan` the minutes of a weeknight and of a day of the weekend.

    A paper counts once, in the first of these weeks in which the log says that it was read; one that the log never
    names counts on the day of its note once a question in it is answered.
    """
    now = datetime.date.fromisoformat(today)
    monday = now - datetime.timedelta(days=now.weekday())
    begins = [(monday - datetime.timedelta(weeks=ago)).isoformat() for ago in range(WEEKS - 1, -1, -1)]
    by_name = {name: key for key, name in papers.items()}
    days: dict[str, str] = {}
    spent = dict.fromkeys(begins, 0)
    for entry in log:
        minutes = minutes_read(entry)
        if minutes is None:
            continue
        for key in (by_name[name] for name in linked_names(entry.text) if name in by_name):
            days[key] = min(days.get(key, entry.date), entry.date)
        if (week := _week_of(entry.date)) in spent:
            spent[week] += minutes
    days = dict(answered) | days
    planned = plan[0] * 5 + plan[1] * 2
    return tuple(
        Week(week, tuple(sorted(key for key, day in days.items() if _week_of(day) == week)), spent[week], planned)
        for week in begins
    )


def tonight(today: str, plan: tuple[int, int]) -> int:
    """The minutes that the plan has for a day."""
    return plan[datetime.date.fromisoformat(today).weekday() > 4]


def _week_of(day: str) -> str:
    """The Monday of an ISO day, "" for what is none."""
    try:
        found = datetime.date.fromisoformat(day)
    except ValueError:
        return ""
    return (found - datetime.timedelta(days=found.weekday())).isoformat()
