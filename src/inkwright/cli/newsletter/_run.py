"""Sending an issue with a bar, as `send` and `resume` do."""

import os
import time
from typing import Any

import click

from inkwright.cli.clock import now
from inkwright.cli.newsletter._told import account, ended
from inkwright.cli.progress import Progress
from inkwright.flows.later import later
from inkwright.model.delivery import Issue, Policy
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace


def reach(workspace: Workspace) -> None:
    """See whether the relay can be used, before anything is changed."""
    relays = later("newsletter_relay")
    relays.reach(relays.relay_of(workspace.settings, os.environ))


def run(workspace: Workspace, ledger: Any, issue: Issue, policy: Policy | None) -> int:
    """Send what is open of an issue and tell how it went; the exit code."""
    sending, zone = later("newsletter_send"), workspace.settings.timezone
    with Progress("readers") as progress:
        how = sending.How(lambda: now(zone), time.monotonic, os.environ, progress, policy)
        done = sending.send(workspace, ledger, issue, how)
    usual = done.ended.why in ("sent", "later", "window", "warm-up")
    click.echo(visible(ended(done.issue.slug, done.ended)), err=not usual)
    for line in account(done.tally, done.reasons):
        click.echo(visible(line))
    if done.ended.why == "stopped":
        return 130
    return int(not usual or done.tally.failed > 0)
