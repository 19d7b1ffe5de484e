"""What is left to do for a post, kept in its record: items ticked off, the gate, a calendar file."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from inkwright.flows.plan_week import PlannedWeek, save_calendar
from inkwright.flows.promote_subject import told
from inkwright.model.errors import UsageError
from inkwright.model.post import Post
from inkwright.model.promotion import ItemState, Promotion
from inkwright.model.record import PostRecord
from inkwright.model.week import Sitting
from inkwright.model.zones import zone
from inkwright.promote.checklist import finished, named, states
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, save_record

HOUR, MINUTES = time(12), 15
"""When a calendar reminds of an item, and for how long. **Source:** own choice."""


def items_of(record: PostRecord, post: Post) -> tuple[ItemState, ...]:
    """How the items of a post stand."""
    done = record.promotion.get("done")
    return states(post.metadata.date, post.metadata.template, done if isinstance(done, Mapping) else {})


def promoted(workspace: Workspace, post: Post) -> bool | None:
    """Whether nothing is left to do for a post; None for one that was never promoted. Raises UnreadableError."""
    record = load_record(workspace, post.file.id)
    return finished(items_of(record, post)) if record.promotion else None


def tick(
    workspace: Workspace, name: str, typed: Sequence[str], today: str, undo: bool = False
) -> tuple[ItemState, ...]:
    """Note that items are done today (ISO), or with `undo` that they are not; how all stand then.

    Raises UsageError for an unknown item and a post that does not exist, UnwritableError, UnreadableError.
    """
    if not typed:
        raise UsageError("name what is done", hint=f"For example: inkwright promote {name} done linkedin")
    found = told(workspace, name, today)
    wanted = [named(one) for one in typed]
    known = found.record.promotion.get("done")
    done = dict(known) if isinstance(known, Mapping) else {}
    for item in wanted:
        if undo:
            done.pop(item, None)
        else:
            done.setdefault(item, today)
    record = record_with(found.record, "done", done)
    save_record(workspace, record)
    return items_of(record, found.post)


def record_with(record: PostRecord, key: str, value: Mapping[str, Any]) -> PostRecord:
    """The record with one part of its promotion changed; an empty part leaves no key."""
    others = {name: part for name, part in record.promotion.items() if name != key}
    return replace(record, promotion={**others, key: dict(value)} if value else others)


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
