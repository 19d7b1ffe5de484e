"""The open items of a post as a calendar file."""

import hashlib
from datetime import date, datetime, time, timedelta
from operator import ne

from inkwright.flows.plan_week import PlannedWeek, save_calendar
from inkwright.model.errors import UsageError
from inkwright.model.promotion import Promotion
from inkwright.model.week import Sitting
from inkwright.model.zones import zone
from inkwright.promote.checklist import ITEMS
from inkwright.workspace.folder import Workspace

HOUR, MINUTES = time(12), 15
"""When a calendar reminds of an item, and for how long. **Source:** own choice."""


def save_items(workspace: Workspace, found: Promotion, path: str, now: datetime) -> tuple[int, int]:
    """Write the open items as an iCalendar file: how many, and how many of them were due before `now`, whose days are
    counted from then on. Raises UsageError where there is no date to count from, UnwritableError."""
    open_ = [item for item in found.items if item.open]
    if not found.published or not all(item.due for item in open_):
        hint = "Publish it, or set `date:` in its front matter; the days are counted from there."
        raise UsageError("this post has no date yet", path=found.path, hint=hint)
    here = zone(workspace.settings.timezone)
    due = [datetime.combine(date.fromisoformat(item.due), HOUR, here) for item in open_]
    when = [day if day >= now else _from(now.astimezone(here), item.id) for day, item in zip(due, open_, strict=True)]
    sittings = [
        Sitting(
            day, MINUTES, item.text, f"inkwright promote {found.post} done {item.id}", _uid(found.post, item.id)
        )
        for day, item in zip(when, open_, strict=True)
    ]  # fmt: skip
    save_calendar(workspace, PlannedWeek(tuple(sittings), found.post, found.title), path, now)
    return len(sittings), sum(map(ne, due, when))


def _from(now: datetime, item: str) -> datetime:
    """When an item is due that is begun with now: the first hour of reminding that is still to come, and its days."""
    first = datetime.combine(now.date() + timedelta(now.time() > HOUR), HOUR, now.tzinfo)
    return first + timedelta(next(one.days for one in ITEMS if one.id == item))


def _uid(post: str, item: str) -> str:
    """The name of a calendar entry: the same for the same item of a post. **Source:** RFC 5545, 3.8.4.7."""
    return f"{hashlib.sha256(f'promote {post} {item}'.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@inkwright"
