"""Days of publishing -> how often that is, and an honest next step: a little beyond what is usual, never a debt."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from inkwright.model.cadence import Cadence, Ground

RECENT = 6
"""Intervals that say what is usual now."""
FEWEST = 3
"""Intervals below which nothing is proposed: four days with posts."""
BEYOND = 0.9
"""Share of the usual interval that is proposed. **Source:** requirement MSR-3 ("slightly beyond comfort"); a tenth is
own choice."""
SHORTEST = 7
"""Days below which nobody is asked for a shorter interval than is usual. **Source:** own choice: weekly is what writers
keep."""
PAUSE = 3
"""How many usual intervals without a post are a pause. **Source:** own choice."""
MONTHS = 12


def cadence(days: Iterable[str], today: str, goal: int = 0) -> Cadence:
    """How often posts of these ISO days come, "" and days to come left out; `goal` is in days, 0 for none.

    The goal is the writer's own and goes before any proposal. A pause resets nothing: after one the usual interval is
    proposed again, counted from today. Posts of one day, as an import or a second language brings them, are one.
    """
    now = date.fromisoformat(today)
    known = sorted(date.fromisoformat(day[:10]) for day in days if day and day[:10] <= today)
    gaps = [(later - earlier).days for earlier, later in pairwise(sorted(set(known)))][-RECENT:]
    usual = round(median(gaps)) if len(gaps) >= FEWEST else None
    last = known[-1] if known else None
    step, ground = _step(usual, goal, (now - last).days if last else 0, gaps[-1] if gaps else 0)
    begin = now if ground == "after a pause" or last is None else last
    due = max(begin + timedelta(step), now).isoformat() if step else ""
    months = tuple((month, count) for month, count in _months(known, now))
    return Cadence(len(known), last.isoformat() if last else "", usual, goal, step, due, ground, months)


def _step(usual: int | None, goal: int, since: int, before: int) -> tuple[int | None, Ground]:
    """Days to propose and why; `since` are the days without a post, `before` those before the last one."""
    if goal:
        return goal, "after a pause" if since > PAUSE * goal else "goal"
    if usual is None:
        return None, "too early"
    if since > PAUSE * usual:
        return max(usual, SHORTEST), "after a pause"
    if before > PAUSE * usual:
        return max(usual, SHORTEST), "often enough"
    if usual <= SHORTEST:
        return usual, "often enough"
    return max(round(usual * BEYOND), SHORTEST), "a little beyond"


def _months(known: Iterable[date], now: date) -> Iterable[tuple[str, int]]:
    counts = Counter(day.isoformat()[:7] for day in known)
    for back in range(MONTHS - 1, -1, -1):
        year, month = divmod(now.year * 12 + now.month - 1 - back, 12)
        name = f"{year}-{month + 1:02}"
        yield name, counts[name]


def step_said(found: Cadence) -> str:
    """What to do next, in one sentence."""
    said = {
        "goal": f"Your goal is one every {_days(found.goal)}: the next by {found.due}",
        "a little beyond": f"A little beyond what you do anyway: one in {_days(found.step or 0)}, by {found.due}",
        "often enough": f"That is often enough: the next by {found.due}",
        "after a pause": f"Go on as before, from today: the next by {found.due}. A pause costs nothing",
        "too early": f"A rhythm can be read from posts on {FEWEST + 1} days",
    }
    return f"{said[found.ground]}."


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"


def calendar(days: Iterable[str], month: str) -> list[str]:
    """A month as seven-column lines, Monday first: a day of a post as `●`, any other as its number."""
    year, number = map(int, month.split("-"))
    first, length = monthrange(year, number)
    shown = Counter(int(day[8:10]) for day in days if day[:7] == month)
    cells = ["  "] * first + [" ●" if shown[day] else f"{day:2}" for day in range(1, length + 1)]
    return [" ".join(cells[at : at + 7]) for at in range(0, len(cells), 7)]
