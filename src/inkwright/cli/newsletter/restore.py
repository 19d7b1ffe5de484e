"""Bring the ledger back from a copy."""

from collections.abc import Iterator
from typing import Any

import click

from inkwright.cli.asking import agreed
from inkwright.cli.clock import now
from inkwright.cli.output import fitted
from inkwright.flows.later import later
from inkwright.model.delivery import readers
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Example: inkwright newsletter restore private/backup/inkwright-2026-11-21.db")
@click.argument("file")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(file: str, yes: bool) -> None:
    """Let FILE take the place of the ledger. Refused while `newsletter server` or a sending of this machine uses it.

    The ledger as it is now is copied to private/backup before. Who has left, bounced, complained or was erased since
    stays away. Who came since is lost, and you are told how many before you are asked. Issues that were begun before
    are not sent on without asking you.
    """
    workspace = require_workspace()

    def agree(price: Any) -> None:
        for line in _told(price):
            click.echo(fitted(visible(line)), err=True)
        if not agreed(f"Replace the ledger by {file}?", yes, "restore it", usual=False):
            raise click.Abort

    done = later("newsletter_restore").restore_ledger(workspace, file, now(workspace.settings.timezone), agree)
    click.echo(f"Restored: {readers(done.readers)}.")
    if done.carried is None:
        click.echo("The ledger before could not be read: who has left since the copy was made may be mailed to again.")
    elif done.carried:
        click.echo(f"{done.carried:,} who left, bounced or were erased since stay away.")
    if done.before:
        click.echo(visible(f"The ledger before is {done.before}."))


def _told(price: Any) -> Iterator[str]:
    """What a restore costs, line by line."""
    lost = price.lost
    if lost is None:
        yield "The ledger cannot be read: who came since the copy was made is lost, and nobody can say how many."
    elif lost.readers or lost.consents:
        came = f"{readers(lost.readers)} came"
        agreed = f"{lost.consents:,} of those it has agreed to get mail"
        both = " and ".join([came] * bool(lost.readers) + [agreed] * bool(lost.consents))
        yield f"Since this copy was made {both}: that is lost by it, and only in the copy of the ledger as it is now."
    if lost and lost.issues:
        named = ", ".join(lost.issues)
        yield f"What went out since is not in it: {named}. `send` remembers that, and refuses it without --again."
    for one in price.perhaps:
        yield f"Perhaps {one} still uses the ledger: nobody can see that from here. Stop it first."
