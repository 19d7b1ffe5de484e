"""What the writer's own sessions tell: words an hour, the best hours, drafts a month, and how long a post may take.

With too few sessions the answer is that too little is known, never a guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median, quantiles

from inkwright.model.session import Estimate, Habits, HourRate, MonthCount, Session
from inkwright.plan.pace import LEAST

ENOUGH = 5
"""Sessions of drafting, each of `LEAST` minutes or more, from which a speed is told. **Source:** own choice: the
quartiles of fewer are single sessions."""
PER_HOUR = 2
"""Sessions in one hour of the day from which that hour is compared with others. **Source:** own choice."""
BEST = 3
"""Hours that are named as the best at most."""


def telling(sessions: Iterable[Session]) -> list[Session]:
    """The sessions that a speed can be read from: drafting, long enough, with words gained."""
    return [one for one in sessions if one.work == "draft" and one.minutes >= LEAST and one.words > 0]


def speeds(sessions: Iterable[Session]) -> list[float]:
    """Words an hour of each telling session, in the order given."""
    return [one.words * 60 / one.minutes for one in telling(sessions)]


def habits(sessions: Sequence[Session], drafts: Mapping[str, int]) -> Habits:
    """The whole picture. `drafts` counts the drafts ended in each month (`YYYY-MM`)."""
    found = speeds(sessions)
    hours = _hours(sessions)
    compared = [hour for hour in hours if hour.sessions >= PER_HOUR]
    best = sorted(compared, key=lambda hour: (-hour.per_hour, hour.hour))[:BEST] if len(compared) > 1 else []
    return Habits(
        len(sessions),
        sum(one.minutes for one in sessions),
        sum(one.words for one in sessions),
        round(median(found)) if len(found) >= ENOUGH else None,
        tuple(best) if len(found) >= ENOUGH else (),
        hours,
        _months(sessions, drafts),
        _lacking(len(found)),
    )


def estimate(post: str, words: int, goal: int, sessions: Sequence[Session]) -> Estimate:
    """How long the rest of a post may take. `goal` is the middle of its budget in words, 0 without one.

    The writer's sessions on this very post count alone once there are enough of them, else all of them.
    """
    left = max(0, goal - words)
    if not goal:
        return Estimate(post, words, 0, 0, 0, 0, unknown="the post has no word budget: give it a template or budgets")
    own = [one for one in sessions if one.post == post]
    found, source = speeds(own), "sessions on this post"
    if len(found) < ENOUGH:
        found, source = speeds(sessions), "sessions on all posts"
    if len(found) < ENOUGH:
        return Estimate(post, words, goal, left, 0, 0, unknown=_lacking(len(found)))
    slow, _, fast = quantiles(found, n=4, method="inclusive")
    low, high = round(left * 60 / fast), round(left * 60 / slow)
    return Estimate(post, words, goal, left, low, high, f"{len(found)} {source}")


def _lacking(known: int) -> str:
    if known >= ENOUGH:
        return ""
    said = "no session is" if not known else "1 session is" if known == 1 else f"{known} sessions are"
    return f"too little is known: {said} long enough to tell, {ENOUGH} are needed (`inkwright write POST`)"


def _hours(sessions: Iterable[Session]) -> tuple[HourRate, ...]:
    """The hours of the day in which sessions began, in order."""
    groups: dict[int, list[Session]] = defaultdict(list)
    for one in telling(sessions):
        groups[int(one.start[:2])].append(one)
    found = []
    for hour, ones in sorted(groups.items()):
        minutes, words = sum(one.minutes for one in ones), sum(one.words for one in ones)
        found.append(HourRate(hour, len(ones), minutes, words, round(words * 60 / minutes)))
    return tuple(found)


def _months(sessions: Iterable[Session], drafts: Mapping[str, int]) -> tuple[MonthCount, ...]:
    groups: dict[str, list[Session]] = {month: [] for month in drafts}
    for one in sessions:
        groups.setdefault(one.date[:7], []).append(one)
    return tuple(
        MonthCount(
            month, len(ones), sum(one.minutes for one in ones), sum(one.words for one in ones), drafts.get(month, 0)
        )
        for month, ones in sorted(groups.items())
    )
