"""Views of a post by day -> what its last quarter had, and whether it fell."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

QUARTER = 91
"""Days that are compared with the days before them."""
FEWEST = 50
"""Views that the quarter before must have. **Source:** own choice: below that chance moves more than readers do."""
FALL = 0.5
"""Share of the quarter before that is left when traffic is said to fall. **Source:** own choice."""


class Quarters(NamedTuple):
    """Views of the last 91 days and of the 91 before, and whether that is a fall."""

    now: int
    before: int
    fell: bool


def quarters(views: Mapping[str, int], today: str) -> Quarters:
    """The two quarters up to an ISO day; `views` by ISO day. A quarter whose days nobody counted is no fall."""
    end = date.fromisoformat(today)
    split, start = (end - timedelta(days) for days in (QUARTER, 2 * QUARTER))
    now = sum(count for day, count in views.items() if split.isoformat() < day <= today)
    before = sum(count for day, count in views.items() if start.isoformat() < day <= split.isoformat())
    counted = any(day > split.isoformat() for day in views)
    return Quarters(now, before, counted and before >= FEWEST and now < before * FALL)
