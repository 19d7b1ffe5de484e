"""All of it as one page to look at."""

import click

from inkwright.cli.clock import today
from inkwright.cli.output import fitted
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Examples: inkwright stats report · inkwright stats report --out ~/stats.html")
@click.option("--out", default="", metavar="FILE", help="Where to write it.  [default: private/stats.html]")
def command(out: str) -> None:
    """Write one page with the charts of all `stats` and the goal of `portfolio`, each with its table.

    A single HTML file that works without a network, light and dark, on paper and on a telephone. It stands in
    `private/`, which is neither published nor under git, and is made anew each time.
    """
    workspace, report = require_workspace("."), later("stats_report")
    found = report.facts(workspace, today(workspace.settings.timezone))
    place = report.save_report(workspace, found, workspace.relative(out) if out else "")
    click.echo(f"Written: {visible(str(place))}")
    for title, why in report.without_figures(found):
        click.echo(fitted(f"Not in it yet: {title}. {visible(why)}", "  "))
