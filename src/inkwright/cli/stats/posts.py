"""What was counted of each post."""

from collections.abc import Sequence

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option, room, table
from inkwright.flows.later import later
from inkwright.measure.mail_rates import INFLATED
from inkwright.model.columns import cells
from inkwright.model.reading import METRICS, PostReadings
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

NARROW = 24
"""Columns that a title keeps where a terminal is too narrow for all metrics. **Source:** own choice: four words."""
_CAME = 12
"""Columns that a referrer keeps there."""


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
    workspace = require_workspace()
    rows, early = later("post_stats").post_stats(workspace, today(workspace.settings.timezone))
    emit_rows("posts", rows, early=early) if format_ == "json" else _print(rows, early)


def _print(rows: list[PostReadings], early: str) -> None:
    known = [row for row in rows if row.values]
    if not known:
        click.echo(fitted("No readings yet: inkwright readings import EXPORT (`--help` names what is read)", "  "))
        return
    metrics = [metric for metric in METRICS if any(metric in row.values for row in known)]
    shown = _fitting(known, metrics)
    click.echo(_table(known, shown))
    if left := [metric for metric in metrics if metric not in shown]:
        click.echo(fitted(f"No room for {', '.join(left)}: a wider terminal or --format json has all.", "  "))
    if others := len(rows) - len(known):
        click.echo(f"\n{others} published post{'s' * (others != 1)} without readings")
    for row in known:
        if row.disagree:
            click.echo(fitted(visible(f"{row.id}: sources differ"), "  "))
        for said in row.disagree:
            click.echo(fitted(visible(f"  {said}"), "  "))
    if "opens" in shown:
        click.echo(fitted(INFLATED, "  "))
    if early:
        click.echo(fitted(early, "  "))


def _fitting(known: list[PostReadings], metrics: Sequence[str]) -> Sequence[str]:
    """The metrics that a line of the terminal has room for, the first ones of them; all where it is piped."""
    most = room()
    for number in range(len(metrics), 1, -1):
        if most is None or _wanted(known, metrics[:number]) <= most:
            return metrics[:number]
    return metrics[:1]


def _wanted(known: list[PostReadings], metrics: Sequence[str]) -> int:
    """The columns that a table takes whose referrers and titles are clipped to what they keep."""
    bare = [(date, *figures, came[:_CAME], title[:NARROW]) for date, *figures, came, title in _cells(known, metrics)]
    return max(map(cells, table(bare, _head(metrics)).splitlines()))


def _table(known: list[PostReadings], metrics: Sequence[str]) -> str:
    return table(_cells(known, metrics), _head(metrics), [len(metrics) + 1, len(metrics) + 2])


def _head(metrics: Sequence[str]) -> tuple[str, ...]:
    return ("DATE", *(metric.upper() for metric in metrics), "FROM", "POST")


def _cells(known: list[PostReadings], metrics: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        (row.date or "-", *(f"{row.values[one]:,}" if one in row.values else "-" for one in metrics),
         row.referrers[0][0] if row.referrers else "-", row.title)
        for row in known
    ]  # fmt: skip
