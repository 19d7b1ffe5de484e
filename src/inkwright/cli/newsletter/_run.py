"""Sending an issue with a bar, as `send` and `resume` do."""

import os
import time
from datetime import datetime
from typing import Any

import click

from inkwright.cli.clock import local, now
from inkwright.cli.newsletter._told import account, ended, waiting
from inkwright.cli.output import fitted, room
from inkwright.cli.progress import Progress
from inkwright.flows.later import later
from inkwright.model.delivery import Issue, Policy
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace

INTERRUPTED = 130
"""The exit code of what the user stopped."""


def reach(workspace: Workspace) -> None:
    """See whether the relay can be used, before anything is changed."""
    relays = later("newsletter_relay")
    relays.reach(relays.relay_of(workspace.settings, os.environ))


def run(workspace: Workspace, ledger: Any, issue: Issue, policy: Policy | None) -> int:
    """Send what is open of an issue and tell how it went; the exit code."""
    sending, zone = later("newsletter_send"), workspace.settings.timezone
    with Progress("readers") as progress:

        def waits(until: datetime, readers: int, why: str) -> None:
            progress.note(visible(waiting(local(until, zone), readers, why)))

        how = sending.How(lambda: now(zone), time.monotonic, os.environ, progress, policy, waits)
        done = sending.send(workspace, ledger, issue, how)
    if done.ended.why == "stopped" and room() is not None:
        click.echo()  # the line on which the terminal shows the ^C
    usual = done.ended.why in ("sent", "later", "window", "warm-up")
    said = ended(done.issue.slug, done.ended, done.tally, zone)
    click.echo(fitted(visible(said)), err=not usual)
    for line in account(done.tally, done.reasons):
        click.echo(fitted(visible(line), "  "))
    if done.ended.why == "stopped":
        return INTERRUPTED
    return int(not usual or done.tally.failed > 0)
