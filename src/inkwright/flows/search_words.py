"""What was typed to narrow a search -> what is wanted."""

import datetime

from inkwright.model.errors import UsageError
from inkwright.model.found import Wanted
from inkwright.model.note import ORIGINS
from inkwright.notes.ideas import choice, days


def wanted_of(kind: str, origin: str, tag: str, since: str, unused: bool, today: str, topic: str = "") -> Wanted:
    """The wishes as the index knows them. `today` is ISO. Raises UsageError for a date or an origin that is none."""
    kinds = {"notes": "note", "posts": "post", "papers": "paper", "ideas": "idea", "pages": "page", "clips": "clip"}
    return Wanted(
        kinds.get(kind.lower(), kind.lower()), choice(origin, ORIGINS, "origin"), tag, _day(since, today), unused, topic
    )


def _day(since: str, today: str) -> str:
    """An ISO date, from one or from an age such as 30d; "" for ""."""
    if not since:
        return ""
    try:
        return datetime.date.fromisoformat(since).isoformat()
    except ValueError:
        pass
    try:
        return (datetime.date.fromisoformat(today) - datetime.timedelta(days=days(since))).isoformat()
    except OverflowError as error:
        raise UsageError(
            f'"{since}" is longer ago than there are dates', hint="Write it as 2026-10-01 or 30d."
        ) from error
