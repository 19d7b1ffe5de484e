"""Send an issue to yourself."""

import os
import sys

import click

from inkwright.cli.clock import now
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Example: inkwright newsletter test kv-cache me@example.org")
@click.argument("post")
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
def command(post: str, addresses: tuple[str, ...]) -> None:
    """Send the issue of a post to yourself, through the relay that readers get it by.

    Without an address it goes to `newsletter.sender`. The subject is marked, and nothing is written down: for the
    ledger this mail does not exist. The links to unsubscribe are there and lead nowhere. Needs the network.
    """
    workspace = require_workspace()
    issue, replies = later("newsletter_test").send_test(
        workspace, post, addresses, now(workspace.settings.timezone), os.environ
    )
    for address, reply in replies:
        said = "sent" if reply.said == "sent" else "not sent"
        click.echo(visible(f"{address}: {said} ({reply})"))
    for one in (*issue.warnings, *issue.lacking):
        click.echo(visible(f"Warning: {one}"))
    sys.exit(0 if all(reply.said == "sent" for _, reply in replies) else 1)
