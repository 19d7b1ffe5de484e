"""Show what your own records tell: how you write.

Group: plan and draft
"""

from dataclasses import dataclass

import click

from inkwright.cli.output import emit_json, format_option, table
from inkwright.flows.writing_stats import writing_stats
from inkwright.model.session import Habits
from inkwright.workspace.folder import open_workspace


@dataclass(frozen=True)
class OUTPUT:
    """What `stats writing --format json` prints."""

    version: int
    writing: Habits


@click.command(epilog="Example: inkwright stats writing")
@click.argument("what", type=click.Choice(["writing"]), default="writing")
@format_option
def command(what: str, format_: str) -> None:
    """Words an hour, the hours in which you write most, sessions and drafts a month; from the log, nothing else.

    No streaks and no goals: a writing session needs no schedule.
    """
    found = writing_stats(open_workspace())
    if format_ == "json":
        emit_json(OUTPUT(1, found))
        return
    if not found.sessions:
        click.echo("No session is in the log yet. Begin one: inkwright write POST --minutes 45")
        return
    click.echo(f"{found.sessions} sessions, {found.minutes / 60:.1f} hours, {found.words:+,} words")
    if found.per_hour is not None:
        click.echo(f"{found.per_hour:,} words an hour in the middle of your drafting sessions")
    else:
        click.echo(f"{found.unknown[0].upper()}{found.unknown[1:]}.")
    if found.best:
        best = (f"{one.hour:02}:00 ({one.per_hour:,} an hour in {one.sessions} sessions)" for one in found.best)
        click.echo(f"Best hours to begin: {', '.join(best)}")
    rows = [
        (one.month, str(one.sessions), f"{one.minutes / 60:.1f}", f"{one.words:+,}", str(one.drafts))
        for one in found.months
    ]
    click.echo(f"\n{table(rows, ('month', 'sessions', 'hours', 'words', 'drafts ended'))}")
