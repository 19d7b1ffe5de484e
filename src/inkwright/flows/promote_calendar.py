"""The open items of a post as a calendar file."""

import hashlib
from datetime import date, datetime, time

from inkwright.flows.plan_week import PlannedWeek, save_calendar
from inkwright.model.errors import UsageError
from inkwright.model.promotion import Promotion
from inkwright.model.week import Sitting
from inkwright.model.zones import zone
from inkwright.workspace.folder import Workspace

HOUR, MINUTES = time(12), 15
"""When a calendar reminds of an item, and for how long. **Source:** own choice."""


def save_items(workspace: Workspace, found: Promotion, path: str, now: datetime) -> int:
    """Write the open items as an iCalendar file; how many. Raises UsageError where there is no date to count from."""
    open_ = [item for item in found.items if item.open]
    if not found.published or not all(item.due for item in open_):
        hint = "Publish it, or set `date:` in its front matter; the days are counted from there."
        raise UsageError("this post has no date yet", path=found.path, hint=hint)
    here = zone(workspace.settings.timezone)
    sittings = [
        Sitting(
            datetime.combine(date.fromisoformat(item.due), HOUR, here), MINUTES, item.text,
            f"inkwright promote {found.post} done {item.id}", _uid(found.post, item.id),
        )
        for item in open_
    ]  # fmt: skip
    save_calendar(workspace, PlannedWeek(tuple(sittings), found.post, found.title), path, now)
    return len(sittings)


def _uid(post: str, item: str) -> str:
    """The name of a calendar entry: the same for the same item of a post. **Source:** RFC 5545, 3.8.4.7."""
    return f"{hashlib.sha256(f'promote {post} {item}'.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@inkwright"
