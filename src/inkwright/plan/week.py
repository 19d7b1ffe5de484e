"""The slots of a week laid on the days that come next. Calendar files are `plan.calendar`."""

import hashlib
import shlex
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from inkwright.model.week import Sitting, Slot

COMMANDS = (("outlin", "outline"), ("draft", "write"), ("writ", "write"), ("edit", "check"), ("proof", "checklist"))
"""Beginnings of words that say what a slot is for, and the command that begins such work."""


def week(slots: Sequence[Slot], start: date, zone: tzinfo, post: str = "") -> list[Sitting]:
    """The slots in their order, each on its next day from `start` on and none before the one it follows.

    `post` is the id of the post it is about, "" for none. No slots give an empty list.
    """
    day, found = start, list[Sitting]()
    taken: dict[date, int] = {}
    for slot in slots:
        day += timedelta(days=(slot.day - day.weekday()) % 7)
        begins = datetime.combine(day, time(slot.at // 60, slot.at % 60), zone)
        taken[day] = taken.get(day, 0) + 1
        uid = _uid(post, day, taken[day])
        found.append(Sitting(begins, slot.minutes, slot.what, _command(slot.what, post), uid))
    return found


def first_day(slots: Sequence[Slot], now: datetime) -> date:
    """The first day on which the week can begin: today, or tomorrow when today's first slot has begun already."""
    today = now.date()
    begun = any(slot.day == today.weekday() and slot.at <= now.hour * 60 + now.minute for slot in slots[:1])
    return today + timedelta(days=1) if begun else today


def _uid(post: str, day: date, number: int) -> str:
    """The name of a calendar entry: post, day, and which one of the day. **Source:** RFC 5545, 3.8.4.7."""
    told = hashlib.sha256(f"{post}\n{day.isoformat()}\n{number}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{told[:32]}@inkwright"


def _command(what: str, post: str) -> str:
    words = what.casefold().split()
    verb = next((verb for word in words for begins, verb in COMMANDS if word.startswith(begins)), "")
    if not post or not verb:
        return ""
    typed = f"-- {shlex.quote(post)}" if post.startswith("-") else shlex.quote(post)
    return f"inkwright {verb} {typed}"
