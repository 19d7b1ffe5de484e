"""Look whether mail from your domain is trusted, and say how to mend what is not."""

import os

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, fitted, format_option
from inkwright.flows.later import later
from inkwright.model.diagnosis import Diagnosis
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

MARKS = {"ok": "ok     ", "absent": "-      ", "problem": "PROBLEM", "unknown": "?      "}


class OUTPUT(Struct, frozen=True):
    """What `newsletter doctor --format json` prints."""

    version: int
    diagnoses: tuple[Diagnosis, ...]


@click.command(epilog="Example: inkwright newsletter doctor me.dev")
@click.argument("domain", default="")
@format_option
def command(domain: str, format_: str) -> None:
    """Look at what mail from DOMAIN leans on. Without DOMAIN it is the one of the sender.

    That is SPF, DKIM, DMARC and their alignment, the mailbox for what comes back, the relay and its name, and the
    one-click way to leave.

    Names are looked up, the relay and the server are asked; no mail is sent. `?` marks what cannot be known from this
    machine. Exits with 1 when something needs mending.
    """
    workspace = require_workspace()
    found = tuple(later("newsletter_doctor").doctor(workspace, domain, os.environ))
    if format_ == "json":
        emit_rows("diagnoses", found)
    else:
        width = max(len(diagnosis.subject) for diagnosis in found)
        for one in found:
            beside = " " * (width + 11)
            click.echo(fitted(visible(f"{MARKS[one.state]}  {one.subject.ljust(width)}  {one.detail}"), beside))
            if one.hint:
                click.echo(fitted(visible(f"{beside}-> {one.hint}"), "   "))
    raise click.exceptions.Exit(int(any(diagnosis.state == "problem" for diagnosis in found)))
