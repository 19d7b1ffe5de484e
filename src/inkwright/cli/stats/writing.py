"""How you write: words an hour, best hours, how often posts come and how long they take."""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, format_option, table
from inkwright.flows.writing_stats import writing_stats
from inkwright.flows.writing_time import cadence_of, lead_times
from inkwright.measure.cadence import calendar, step_said
from inkwright.measure.lead_time import usual
from inkwright.model.cadence import Cadence, LeadTime
from inkwright.model.session import Habits
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

SHOWN = 8
"""Posts whose time is listed; JSON has all."""


class OUTPUT(Struct, frozen=True):
    """What `stats writing --format json` prints."""

    version: int
    writing: Habits
    cadence: Cadence
    posts: tuple[LeadTime, ...]


@click.command(epilog="Example: inkwright stats writing")
@format_option
def command(format_: str) -> None:
    """Words an hour, the hours in which you write most, sessions and drafts a month, from the log; how often posts
    come out, a next step, and how long each took from its idea.

    No streaks: a pause resets nothing. A goal is yours to set (`every = 14` under [plan], in days); without one the
    next step is a little beyond what you do anyway.
    """
    workspace = require_workspace()
    day = today(workspace.settings.timezone)
    habits, (cadence, days), posts = writing_stats(workspace), cadence_of(workspace, day), lead_times(workspace, day)
    if format_ == "json":
        emit_json(OUTPUT(1, habits, cadence, tuple(posts)))
        return
    _print_habits(habits)
    _print_cadence(cadence, days, day)
    _print_times(posts)


def _print_habits(found: Habits) -> None:
    if not found.sessions:
        click.echo(fitted("No session is in the log yet. Begin one: inkwright write POST --minutes 45", "  "))
        return
    sessions = "1 session" if found.sessions == 1 else f"{found.sessions} sessions"
    spent = f"{found.minutes / 60:.1f} hours" if found.minutes >= 60 else f"{found.minutes} minutes"
    click.echo(f"{sessions}, {spent}, {found.words:+,} words")
    if found.per_hour is not None:
        click.echo(f"{found.per_hour:,} words an hour in the middle of your drafting sessions")
    else:
        click.echo(fitted(f"{found.unknown[0].upper()}{found.unknown[1:]}."))
    if found.best:
        best = (
            f"{one.hour:02}:00 ({one.per_hour:,} an hour in {one.sessions} session{'s' * (one.sessions != 1)})"
            for one in found.best
        )
        click.echo(fitted(f"Best hours to begin: {', '.join(best)}", "  "))
    rows = [
        (one.month, str(one.sessions), f"{one.minutes / 60:.1f}", f"{one.words:+,}", str(one.drafts))
        for one in found.months
    ]
    click.echo(f"\n{table(rows, ('month', 'sessions', 'hours', 'words', 'drafts ended'))}")


def _print_cadence(found: Cadence, days: list[str], today: str) -> None:
    if not found.posts:
        return
    click.echo(f"\n{found.posts} post{'s' * (found.posts != 1)} published, the last on {found.last}")
    click.echo("Month by month: " + " ".join(f"{month[5:]}:{count or '-'}" for month, count in found.months))
    click.echo("\n".join(f"  {line}" for line in (f"{today[:7]}", *calendar(days, today[:7]))))
    if found.every:
        click.echo(f"Usually one every {_days(found.every)}")
    click.echo(step_said(found))


def _print_times(posts: list[LeadTime]) -> None:
    known = [one for one in posts if one.from_idea is not None or one.minutes]
    if not known:
        return
    rows = [
        (one.published or "-", _number(one.from_idea), _number(one.from_start), _number(one.from_draft),
         f"{one.minutes / 60:.1f}" if one.minutes else "-", one.title)
        for one in known[:SHOWN]
    ]  # fmt: skip
    click.echo(f"\n{table(rows, ('PUBLISHED', 'IDEA', 'START', 'DRAFT', 'HOURS', 'POST'), give=[5])}")
    days, minutes = usual(known)
    middle = [
        f"{_days(days)} from idea to post" if days is not None else "",
        f"{minutes / 60:.1f} hours a post" if minutes else "",
    ]
    click.echo(visible(f"In the middle: {', '.join(filter(None, middle))}"))


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"


def _number(value: int | None) -> str:
    return "-" if value is None else f"{value} d"
