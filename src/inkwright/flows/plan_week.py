"""A post's name and a day -> the sittings of its week, and a calendar file of them."""

from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from inkwright.flows.outline import outline
from inkwright.model.errors import UsageError
from inkwright.model.week import WEEK, Sitting, slot
from inkwright.model.zones import zone
from inkwright.plan.calendar import PRODUCT, calendar
from inkwright.plan.week import first_day, week
from inkwright.workspace.folder import Workspace

YEARS = range(1970, 9000)
"""Years that calendar programs and time zones can speak of."""


class PlannedWeek(Struct, frozen=True):
    """The sittings in order, for the post of that id and title ("" where none was named) and its publish-by date."""

    sittings: tuple[Sitting, ...]
    post: str = ""
    title: str = ""
    publish_by: str = ""

    @property
    def minutes(self) -> int:
        """All sittings together."""
        return sum(sitting.minutes for sitting in self.sittings)


def plan_week(workspace: Workspace, name: str, now: datetime, start: date | None = None) -> PlannedWeek:
    """The week that begins with the first slot from `start` on, else from `now` on. Nothing is written.

    `name` is a post, "" for no certain one. Raises UsageError, UnreadableError, SettingsError.
    """
    settings = workspace.settings
    slots = [slot(text) for text in settings.plan.week or WEEK]
    first = start or first_day(slots, now)
    if first.year not in YEARS:
        raise UsageError(f"no calendar is kept for {first.isoformat()}", hint="Give --start a nearer date.")
    if not name:
        return PlannedWeek(tuple(week(slots, first, zone(settings.timezone), "")))
    post = outline(workspace, name).post
    title = post.metadata.title or post.file.id
    due = str(post.metadata.planning.get("publish_by") or "")
    return PlannedWeek(tuple(week(slots, first, zone(settings.timezone), post.file.id)), post.file.id, title, due)


def place(path: Path) -> str:
    """Where a calendar file is to be written, absolute. Raises UsageError for a folder that is not there."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UsageError("there is no folder of that name", path=str(path.parent), hint="Make it, or name another.")
    return str(path.absolute())


def save_calendar(workspace: Workspace, found: PlannedWeek, path: str, now: datetime) -> None:
    """Write the week as an iCalendar file; one that an earlier week was written to is replaced, no other file is.

    Raises UsageError, UnwritableError.
    """
    there = workspace.read_bytes(path) if workspace.exists(path) else b""
    if there and PRODUCT.encode() not in there[:200]:
        hint = "Name another file."
        raise UsageError("there is already a file of that name that was not made here", path=path, hint=hint)
    workspace.write_bytes(path, calendar(found.sittings, found.title, now).encode("utf-8", "replace"))
