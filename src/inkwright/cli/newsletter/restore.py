"""Bring the ledger back from a copy."""

import sys

import click

from inkwright.cli.clock import now
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Example: inkwright newsletter restore private/backup/inkwright-2026-11-21.db")
@click.argument("file")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(file: str, yes: bool) -> None:
    """Let FILE take the place of the ledger. Stop `newsletter server` and any sending first.

    The ledger as it is now is copied to private/backup before. Who has left, bounced, complained or was erased since
    stays away. Issues that were begun before are not sent on without asking you.
    """
    workspace = require_workspace()
    if not yes and sys.stdin.isatty():
        click.confirm(visible(f"Replace the ledger by {file}?"), abort=True)
    done = later("newsletter_backup").restore_ledger(workspace, file, now(workspace.settings.timezone))
    click.echo(f"Restored: {done.readers:,} readers.")
    if done.carried is None:
        click.echo("The ledger before could not be read: who has left since the copy was made may be mailed to again.")
    elif done.carried:
        click.echo(f"{done.carried:,} who left, bounced or were erased since stay away.")
    if done.before:
        click.echo(visible(f"The ledger before is {done.before}."))
