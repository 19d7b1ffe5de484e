"""Read the mail that came back, and stop mailing who cannot or will not get it."""

import click
from msgspec import Struct

from inkwright.cli.clock import now
from inkwright.cli.output import emit_json, format_option
from inkwright.flows.later import later
from inkwright.workspace.folder import require_workspace

_SAID = {
    "suppressed": "never mailed again",
    "unsubscribed": "unsubscribed",
    "noted": "noted; three such in 14 days count as final",
    "known": "known already",
    "nobody": "named no reader that they could prove; flagged in the mailbox",
    "other": "said nothing of a reader; flagged in the mailbox",
}


class OUTPUT(Struct, frozen=True):
    """What `newsletter bounces --format json` prints."""

    version: int
    mails: int
    outcome: dict[str, int]
    kinds: dict[str, int]


@click.command(epilog="Example: inkwright newsletter bounces --maildir ~/Maildir/.bounces")
@click.option("--maildir", default="", metavar="DIR", help="Read this maildir instead of the mailbox of the settings.")
@format_option
def command(maildir: str, format_: str) -> None:
    """Read what came back to the mailbox `bounces`: failed deliveries, complaints, and mails to unsubscribe.

    Only a mail with the sealed token of the reader it is about changes anything. A final failure or a complaint
    suppresses the address, and so do three passing failures in 14 days with no success between. Mails are marked as
    read and never deleted. `newsletter server` does the same every ten minutes where `imap_host` is set.
    """
    workspace = require_workspace()
    moment = now(workspace.settings.timezone)
    flow = later("newsletter_bounces")
    found = flow.read_bounces(workspace, flow.mailbox_of(workspace, maildir), moment)
    if format_ == "json":
        emit_json(OUTPUT(1, found.mails, dict(found.outcome), dict(found.kinds)))
        return
    if not found.mails:
        click.echo("Nothing came back.")
    for outcome, said in _SAID.items():
        if count := found.outcome.get(outcome, 0):
            click.echo(f"{count:6} {said}")
