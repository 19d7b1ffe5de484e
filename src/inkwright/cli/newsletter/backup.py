"""Copy the ledger to a file while everything goes on."""

import click

from inkwright.cli.clock import now
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Example: inkwright newsletter backup --out /media/usb/readers.db")
@click.option("--out", default="", metavar="FILE", help="Where to; without it, private/backup with the time as name.")
def command(out: str) -> None:
    """Copy the ledger (readers, consent, issues, keys) to a file, and open the copy to see that it is whole.

    The first command of a day that changes the ledger makes one anyway; fourteen of those are kept. A copy holds the
    keys and everybody's address: keep it where nobody else can read it. A ledger in PostgreSQL is copied with pg_dump.
    """
    workspace = require_workspace()
    moment = now(workspace.settings.timezone)
    click.echo(visible(f"Copied to {later('newsletter_backup').backup_ledger(workspace, out, moment)}."))
