"""Stop an issue that is on its way."""

import click

from inkwright.cli.clock import now
from inkwright.cli.newsletter._told import account
from inkwright.cli.output import fitted
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog='Example: inkwright newsletter pause kv-cache --why "a figure is wrong"')
@click.argument("post")
@click.option("--why", default="by hand", show_default=True, metavar="REASON", help="Is kept and shown by `status`.")
def command(post: str, why: str) -> None:
    """Stop sending POST; whoever is sending it stops after the messages that are on their way. `resume` goes on."""
    workspace = require_workspace()
    issue, tally = later("newsletter_pause").pause(workspace, post, why, now(workspace.settings.timezone))
    said = f"{issue.slug} is paused. `inkwright newsletter resume {issue.slug}` goes on with it."
    click.echo(fitted(visible(said)))
    for line in account(tally):
        click.echo(fitted(line, "  "))
