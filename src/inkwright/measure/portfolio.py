"""Published posts -> what they come to as a portfolio: the goal of posts, shelves by role and skill, a README block."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from inkwright.model.errors import UsageError
from inkwright.model.portfolio import Shelf, ShownPost, Target

GOAL = 6
MONTHS = 3
"""Six posts in three months. **Source:** requirement CAR-1 (6 to 8 posts within three months show a habit)."""
WEEK = 7
"""Days between two posts that no plan goes below. **Source:** own choice: the shortest cadence that writers keep."""
BEGIN = "<!-- inkwright: posts -->"
END = "<!-- inkwright: end -->"
"""Between these two lines of a README our list is kept; nothing else of the file is touched."""
_INK = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>"})


def target(days: Iterable[str], today: str, goal: int = GOAL, since: str = "") -> Target:
    """How far the goal is. `days` are the ISO days of publishing, "" for one not known; `today` and `since` are ISO.

    The three months begin with `since`; without it with the earliest post from which the goal can still be reached at
    no more than one post a week, or today where there is none. What is left is spread evenly over the days that are
    left; three months that are over ask for nothing more. Raises UsageError for `since` in the future.
    """
    if since > today:
        raise UsageError(f"--since {since} is yet to come", hint=f"Name a day up to {today}.")
    known = sorted(day[:10] for day in days if day and day[:10] <= today)
    recent = [day for day in known if _end(day) >= today]
    if since:
        return _from(since, known, today, goal)
    plans = [_from(day, known, today, goal) for day in dict.fromkeys((*recent, today))]
    return next((plan for plan in plans if _weeks_apart(plan, today)), plans[-1])


def _from(begin: str, known: Sequence[str], today: str, goal: int) -> Target:
    """The goal for the three months that begin with an ISO day; `known` are days up to today."""
    now, end = date.fromisoformat(today), _end(begin)
    done = sum(begin <= day <= end for day in known)
    left, ahead = max(goal - done, 0), (date.fromisoformat(end) - now).days
    if ahead < 0:
        return Target(goal, begin, end, done, (), over=True)
    due = tuple((now + timedelta(ahead * no // left)).isoformat() for no in range(1, left + 1))
    return Target(goal, begin, end, done, due)


def _weeks_apart(plan: Target, today: str) -> bool:
    """Whether what is left asks for no more than one post a week."""
    ahead = (date.fromisoformat(plan.end) - date.fromisoformat(today)).days
    return ahead >= plan.left * WEEK


def _end(begin: str) -> str:
    return months_after(date.fromisoformat(begin), MONTHS).isoformat()


def months_after(day: date, months: int) -> date:
    """The same day so many months later (or earlier), or the last of that month where it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shelves(posts: Iterable[ShownPost], names_of: Callable[[ShownPost], Iterable[str]]) -> tuple[Shelf, ...]:
    """Posts by each name that `names_of` gives, case aside: the fullest shelf first, its posts in the order given."""
    found: dict[str, list[ShownPost]] = defaultdict(list)
    called: dict[str, str] = {}
    for post in posts:
        for name in dict.fromkeys(one.strip() for one in names_of(post)):
            if name and post not in found[name.casefold()]:
                called.setdefault(name.casefold(), name)
                found[name.casefold()].append(post)
    order = sorted(called, key=lambda key: (-len(found[key]), key))
    return tuple(Shelf(called[key], tuple(found[key])) for key in order)


def readme_block(posts: Sequence[ShownPost]) -> str:
    """The latest posts as a Markdown list between our two lines, without a final line end."""
    rows = [f"- [{_plain(post.title)}]({post.url}){f' · {post.date[:10]}' if post.date else ''}" for post in posts]
    return "\n".join((BEGIN, *(rows or ["(no post is published yet)"]), END))


def put_block(text: str, block: str, path: str = "README.md") -> str:
    """A README with our list renewed; every byte outside the two lines stays.

    Raises UsageError when the two lines are not there, once each and in their order.
    """
    begin, end = text.find(BEGIN), text.find(END)
    if not (0 <= begin < end and text.count(BEGIN) == text.count(END) == 1):
        said = f"{path} has no place for the list"
        raise UsageError(said, hint=f"Put these two lines, once, where it shall stand: {BEGIN} and {END}")
    line_end = "\r\n" if "\r\n" in text else "\n"
    return text[:begin] + block.replace("\n", line_end) + text[end + len(END) :]


def _plain(title: str) -> str:
    """A title as the text of a Markdown link."""
    return " ".join(title.split()).translate(_INK)
