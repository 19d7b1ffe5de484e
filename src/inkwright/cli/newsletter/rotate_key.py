"""Seal new links with a new key."""

import click

from inkwright.cli.clock import local, now
from inkwright.flows.later import later
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Example: inkwright newsletter rotate-key")
def command() -> None:
    """Make a new key that the links in mail are sealed with. The one before it still counts, older ones no longer.

    Links to leave always count, whatever key they were sealed with. Do this once a year, and twice at once when a copy
    of the ledger may have come into the wrong hands.
    """
    workspace = require_workspace()
    zone = workspace.settings.timezone
    live = later("newsletter_keys").rotate_key(workspace, now(zone))
    click.echo(f"Links are sealed with key {live[0].id} from now on.")
    if len(live) > 1:
        click.echo(
            f"Those of key {live[1].id} ({local(live[1].made, zone):%Y-%m-%d}) still count; older ones only to leave."
        )
