"""Give an issue up."""

import click

from inkwright.cli.asking import agreed
from inkwright.cli.clock import now
from inkwright.cli.newsletter._told import account
from inkwright.cli.output import fitted
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Example: inkwright newsletter cancel kv-cache")
@click.argument("post")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(post: str, yes: bool) -> None:
    """Give POST up for good: who has not got it yet will not. What was sent stays in the account."""
    workspace = require_workspace()
    if not agreed(f"Give up sending {post}? It cannot be undone.", yes, "cancel it", usual=False):
        raise click.Abort
    issue, tally = later("newsletter_pause").cancel(workspace, post, now(workspace.settings.timezone))
    click.echo(visible(f"{issue.slug} is cancelled."))
    for line in account(tally):
        click.echo(fitted(line, "  "))
