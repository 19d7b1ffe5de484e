"""Show what your records and readings tell: how you write, on which themes, who reads what.

Group: measure
"""

from dataclasses import dataclass

import click

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, emit_rows, format_option, table
from inkwright.flows.pillars import pillar_shares
from inkwright.flows.post_stats import post_stats
from inkwright.flows.writing_stats import writing_stats
from inkwright.model.pillar import PillarShare
from inkwright.model.reading import METRICS, PostReadings
from inkwright.model.session import Habits
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

COLUMNS = 4
"""Metrics that a line of 80 columns has room for; JSON has all."""
TITLE = 32
"""Characters of a title in a table."""


@dataclass(frozen=True)
class OUTPUT:
    """What `stats writing --format json` prints."""

    version: int
    writing: Habits


@dataclass(frozen=True)
class PILLARS:
    """What `stats pillars --format json` prints."""

    version: int
    pillars: tuple[PillarShare, ...]


@dataclass(frozen=True)
class POSTS:
    """What `stats posts --format json` prints; `early` says why they are not compared yet, "" when they can be."""

    version: int
    posts: tuple[PostReadings, ...]
    early: str


@click.command(epilog="Examples: inkwright stats writing\n\ninkwright stats pillars\n\ninkwright stats posts")
@click.argument("what", type=click.Choice(["writing", "pillars", "posts"]), default="writing")
@click.option("--drafts", is_flag=True, help="With pillars: posts that are not published count too.")
@format_option
def command(what: str, drafts: bool, format_: str) -> None:
    """writing: words an hour, the hours in which you write most, sessions and drafts a month; from the log, nothing
    else. No streaks and no goals: a writing session needs no schedule.

    pillars: for each of your editorial themes (`pillars` in inkwright.toml, `pillar:` in a post) its published posts,
    their words, its share of all words and the date of its last post.

    posts: views, likes, opens and referrers of each published post, from all that `readings import` took in and the
    visits that the newsletter's server counted. Where two sources disagree, that is said.
    """
    workspace = open_workspace()
    if what == "posts":
        rows, early = post_stats(workspace, today(workspace.settings.timezone))
        emit_rows("posts", rows, early=early) if format_ == "json" else _print_posts(rows, early)
        return
    if what == "pillars":
        found = pillar_shares(workspace, today(workspace.settings.timezone), drafts)
        emit_rows("pillars", found) if format_ == "json" else _print_pillars(found)
        return
    habits = writing_stats(workspace)
    emit_json(OUTPUT(1, habits)) if format_ == "json" else _print_habits(habits)


def _print_posts(rows: list[PostReadings], early: str) -> None:
    known = [row for row in rows if row.values]
    if not known:
        click.echo("No readings yet: inkwright readings import EXPORT (`--help` names what is read)")
        return
    metrics = [metric for metric in METRICS if any(metric in row.values for row in known)][:COLUMNS]
    cells = [
        (row.date or "-", *(f"{row.values[one]:,}" if one in row.values else "-" for one in metrics),
         row.referrers[0][0] if row.referrers else "-", _cut(row.title))
        for row in known
    ]  # fmt: skip
    click.echo(table(cells, ("DATE", *(metric.upper() for metric in metrics), "FROM", "POST")))
    if others := len(rows) - len(known):
        click.echo(f"\n{others} published post{'s' * (others != 1)} without readings")
    for row in known:
        for said in row.disagree:
            click.echo(visible(f"{row.id}: {said}"))
    if early:
        click.echo(early)


def _cut(title: str) -> str:
    return title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…"


def _print_pillars(found: list[PillarShare]) -> None:
    if not found:
        click.echo('No pillar yet. Name your themes in inkwright.toml: pillars = ["GPU programming", "evaluation"]')
        return
    rows = [(_named(one), str(one.posts), f"{one.words:,}", f"{one.share:.0%}", one.last or "-") for one in found]
    click.echo(table(rows, ("PILLAR", "POSTS", "WORDS", "SHARE", "LAST")))


def _named(one: PillarShare) -> str:
    if not one.pillar:
        return "(no pillar)"
    return one.pillar if one.declared else f"{one.pillar} (not declared)"


def _print_habits(found: Habits) -> None:
    if not found.sessions:
        click.echo("No session is in the log yet. Begin one: inkwright write POST --minutes 45")
        return
    sessions = "1 session" if found.sessions == 1 else f"{found.sessions} sessions"
    spent = f"{found.minutes / 60:.1f} hours" if found.minutes >= 60 else f"{found.minutes} minutes"
    click.echo(f"{sessions}, {spent}, {found.words:+,} words")
    if found.per_hour is not None:
        click.echo(f"{found.per_hour:,} words an hour in the middle of your drafting sessions")
    else:
        click.echo(f"{found.unknown[0].upper()}{found.unknown[1:]}.")
    if found.best:
        best = (
            f"{one.hour:02}:00 ({one.per_hour:,} an hour in {one.sessions} session{'s' * (one.sessions != 1)})"
            for one in found.best
        )
        click.echo(f"Best hours to begin: {', '.join(best)}")
    rows = [
        (one.month, str(one.sessions), f"{one.minutes / 60:.1f}", f"{one.words:+,}", str(one.drafts))
        for one in found.months
    ]
    click.echo(f"\n{table(rows, ('month', 'sessions', 'hours', 'words', 'drafts ended'))}")
