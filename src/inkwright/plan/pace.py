"""How fast a draft goes against how fast one may go, and when it has gone on for long enough."""

import datetime

GOAL = (2000, 2.0, 3.0)
"""Words, and the hours that they take from the quick to the slow. **Source:** the project's own rule for an ugly first
draft: 2,000 words in 2-3 hours."""
ENOUGH = 8 * 60
"""Minutes of work on one draft after which the writer is told, once. **Source:** own choice: four sittings of two
hours; what is not on paper by then wants another plan, not more hours."""
LEAST = 10
"""Minutes below which a pace says nothing."""


def pace(words: int, minutes: int) -> str:
    """One sentence: words an hour against the range of `GOAL`; "" for a session too short to say, or a cut."""
    if minutes < LEAST or words <= 0:
        return ""
    hourly = round(words * 60 / minutes)
    goal, quick, slow = GOAL
    low, high = round(goal / slow), round(goal / quick)
    where = "within" if low <= hourly <= high else "above" if hourly > high else "below"
    return f"{hourly:,} words an hour, {where} the {low:,}-{high:,} of a draft of {goal:,} words in 2-3 hours"


def long_enough(minutes: int, told: bool) -> str:
    """What to say once the sum of a draft's sessions has passed `ENOUGH`; "" before that and when it was said."""
    if told or minutes < ENOUGH:
        return ""
    return (
        f"This draft has had {minutes // 60} hours. What it lacks now is a reader or a smaller thesis, "
        "seldom another hour: end it with `--done` as it is, or cut a section."
    )


def due(date: str, today: str) -> str:
    """The date that the writer set for publishing, in words; "" without one. `today` is ISO; never scolds."""
    if not date:
        return ""
    days = _days(today, date)
    if days is None:
        return f"Publish by {date}."
    if days < 0:
        return f"You meant to publish it by {date}: good enough is enough, or set another date."
    when = "today" if not days else "tomorrow" if days == 1 else f"in {days} days"
    return f"Publish by {date} ({when}): good enough is enough."


def _days(today: str, date: str) -> int | None:
    try:
        return (datetime.date.fromisoformat(date[:10]) - datetime.date.fromisoformat(today)).days
    except ValueError:
        return None
