"""When a post was thought of, begun, drafted and published -> how long it took, and what is usual."""

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from inkwright.model.cadence import LeadTime


def lead_time(
    id_: str, title: str, published: str, ideas: Iterable[str], sessions: Sequence[tuple[str, int, int]], drafted: str
) -> LeadTime:
    """How long one post took. `published` is ISO; `ideas` are the ISO days of ideas that became it; `sessions` hold
    day, minutes and words gained of each; `drafted` is the day on which its draft was ended, "" for none."""
    began = min((day for day, _, _ in sessions if day), default="")
    first = min((day for day in (*ideas, began) if day), default="")
    minutes, words = sum(one[1] for one in sessions), sum(one[2] for one in sessions)
    day = published[:10]
    return LeadTime(
        id_, title, day, _days(first, day), _days(began, day), _days(drafted, day), minutes, words
    )  # fmt: skip


def usual(found: Iterable[LeadTime]) -> tuple[int | None, int | None]:
    """The middle of the days from idea to publishing, and of the minutes on a post; None where nothing is known."""
    rows = list(found)
    days = [row.from_idea for row in rows if row.from_idea is not None]
    minutes = [row.minutes for row in rows if row.minutes]
    return (round(median(days)) if days else None), (round(median(minutes)) if minutes else None)


def _days(earlier: str, later: str) -> int | None:
    try:
        days = (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return None
    return days if days >= 0 else None
