"""What there is to do for a post once it is published: eleven items with their days, and how each stands."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from inkwright.model.errors import UsageError
from inkwright.model.promotion import Item, ItemState

ITEMS = (
    Item("linkedin", "day", "post the LinkedIn draft", 0),
    Item("x", "day", "post the thread on X, Bluesky or Mastodon", 0),
    Item("reddit", "day", "post in 2-3 subreddits, one at a time", 0),
    Item("chat", "day", "mention it in a Discord or Slack on the subject", 0),
    Item("comment", "week", "comment on 2-3 related posts of others", 7),
    Item("people", "week", "write to 2-3 people whom it may help, by hand", 7),
    Item("answer", "week", "answer a Stack Overflow question", 7),
    Item("readme", "ongoing", "add it to your GitHub README", 14),
    Item("featured", "ongoing", "add it to Featured on LinkedIn", 14),
    Item("links", "ongoing", "link to it from older posts of yours", 30),
    Item("threads", "ongoing", "name it in threads where the question comes up", 30),
)
"""Four of the day, three of the week, four that go on. **Source:** requirement PRM-1; the days of the last four are an
own choice."""
TUTORIALS = frozenset({"tutorial", "how-to", "howto"})
"""Kinds of post that answer a question of Stack Overflow."""
_NO_TUTORIAL = "not a tutorial"


def states(published: str, template: str, done: Mapping[str, str]) -> tuple[ItemState, ...]:
    """How every item stands. `published` is the post's date (ISO, "" without one), `template` its kind and `done` the
    day (ISO) by item."""
    return tuple(
        ItemState(
            item.id, item.phase, item.text, due(published, item.days), str(done.get(item.id) or ""),
            _NO_TUTORIAL if item.id == "answer" and template not in TUTORIALS and item.id not in done else "",
        )
        for item in ITEMS
    )  # fmt: skip


def due(published: str, days: int) -> str:
    """The day so many days after the post's date, ISO; "" for a post without one."""
    try:
        return (date.fromisoformat(published[:10]) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return ""


def finished(items: Sequence[ItemState]) -> bool:
    """Whether nothing of them is left to do."""
    return not any(item.open for item in items)


def named(typed: str) -> str:
    """The item that a writer means: its name, a beginning of it, or its number from 1. Raises UsageError."""
    wanted = typed.strip().casefold()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(ITEMS):
        return ITEMS[int(wanted) - 1].id
    same = [item.id for item in ITEMS if item.id == wanted]
    found = same or [item.id for item in ITEMS if wanted and item.id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(f"there is no item `{typed}`", hint=f"There are: {', '.join(item.id for item in ITEMS)}.")
    return found[0]
