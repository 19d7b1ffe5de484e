"""Lay the writing of one post on the days of a week, for your calendar.

Group: plan and draft
"""

from datetime import datetime
from pathlib import Path

import click
from msgspec import Struct

from inkwright.cli.clock import now
from inkwright.cli.output import emit_rows, format_option, say, table
from inkwright.flows.plan_week import PlannedWeek, place, plan_week, save_calendar
from inkwright.model.counted import counted
from inkwright.model.week import Sitting
from inkwright.workspace.folder import open_workspace


class OUTPUT(Struct, frozen=True):
    """What `plan week --format json` prints; `minutes` is the sum."""

    version: int
    sittings: tuple[Sitting, ...]
    post: str
    publish_by: str
    minutes: int


@click.group(epilog="Example: inkwright plan week kv-cache --ics week.ics")
def command() -> None:
    """Plan the time that a post takes."""


@command.command("week", epilog="Example: inkwright plan week kv-cache --start 2027-01-04 --ics week.ics")
@click.argument("post", default="")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The first day; today without it.")
@click.option("--ics", type=click.Path(dir_okay=False), metavar="FILE", help="Write the week for your calendar.")
@format_option
def week(post: str, start: datetime | None, ics: str | None, format_: str) -> None:
    """Show when to outline, draft, edit and publish POST: four hours over five days, or what `[plan] week` says.

    Without --ics nothing is written. Import the file of the same week again and the entries move, none is doubled.
    """
    workspace = open_workspace()
    calendar = place(Path(ics)) if ics else ""
    moment = now(workspace.settings.timezone)
    found = plan_week(workspace, post, moment, start.date() if start else None)
    if calendar:
        save_calendar(workspace, found, calendar, moment)
    if format_ == "json":
        emit_rows("sittings", found.sittings, post=found.post, publish_by=found.publish_by, minutes=found.minutes)
        return
    _print(found)
    if ics:
        say(f"\nWritten to {ics}; open it with your calendar.")


def _print(found: PlannedWeek) -> None:
    if found.title:
        say(f"{found.title}\n")
    rows = [
        (f"{one.start:%a %Y-%m-%d}", f"{one.start:%H:%M}", f"{one.minutes} min", one.what, one.command)
        for one in found.sittings
    ]
    click.echo(table(rows, give=[3]))
    click.echo(f"\n{found.minutes / 60:g} hours in {counted(len(found.sittings), 'sitting')}.")
    last = max((one.start.date().isoformat() for one in found.sittings), default="")
    if found.publish_by and last > found.publish_by[:10]:
        say(f"The week ends on {last}, after its publish-by date {found.publish_by}.")
