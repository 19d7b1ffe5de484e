"""What was counted of each post."""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option, table
from inkwright.flows.later import later
from inkwright.measure.mail_rates import INFLATED
from inkwright.model.reading import METRICS, PostReadings
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

COLUMNS = 4
"""Metrics that a line of 80 columns has room for; JSON has all."""


class OUTPUT(Struct, frozen=True):
    """What `stats posts --format json` prints; `early` says why they are not compared yet, "" when they can be."""

    version: int
    posts: tuple[PostReadings, ...]
    early: str


@click.command(epilog="Example: inkwright stats posts --format json")
@format_option
def command(format_: str) -> None:
    """Views, likes, opens and referrers of each published post, the most read first.

    From all that `readings import` took in and the visits that the newsletter's server counted. Where two sources
    disagree, that is said with whose count goes; JSON names the sources of each figure (`taken`).
    """
    workspace = open_workspace()
    rows, early = later("post_stats").post_stats(workspace, today(workspace.settings.timezone))
    emit_rows("posts", rows, early=early) if format_ == "json" else _print(rows, early)


def _print(rows: list[PostReadings], early: str) -> None:
    known = [row for row in rows if row.values]
    if not known:
        click.echo(fitted("No readings yet: inkwright readings import EXPORT (`--help` names what is read)", "  "))
        return
    metrics = [metric for metric in METRICS if any(metric in row.values for row in known)][:COLUMNS]
    cells = [
        (row.date or "-", *(f"{row.values[one]:,}" if one in row.values else "-" for one in metrics),
         row.referrers[0][0] if row.referrers else "-", row.title)
        for row in known
    ]  # fmt: skip
    click.echo(
        table(
            cells,
            ("DATE", *(metric.upper() for metric in metrics), "FROM", "POST"),
            [len(metrics) + 1, len(metrics) + 2],
        )
    )
    if others := len(rows) - len(known):
        click.echo(f"\n{others} published post{'s' * (others != 1)} without readings")
    for row in known:
        for said in row.disagree:
            click.echo(fitted(visible(f"{row.id}: {said}"), "  "))
    if "opens" in metrics:
        click.echo(fitted(INFLATED, "  "))
    if early:
        click.echo(fitted(early, "  "))
