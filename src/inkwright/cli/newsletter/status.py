"""How far the issues are."""

from datetime import datetime
from typing import Any

import click
from msgspec import Struct

from inkwright.cli.clock import iso, minute, now
from inkwright.cli.newsletter._told import account, bar
from inkwright.cli.output import emit_json, fitted, format_option
from inkwright.flows.later import later
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

SHOWN = 5
"""Issues that are told of without --all: the latest."""


class ReasonRow(Struct, frozen=True):
    """Why some readers are in a state, and how many."""

    state: str
    said: str
    count: int


class IssueRow(Struct, frozen=True):
    """One issue. Times are ISO with the offset of the blog's zone, or ""; `share` lies in [0, 1], `left` is in seconds
    or None when it cannot be told."""

    slug: str
    state: str
    subject: str
    list: str
    frozen_at: str
    send_at: str
    done_at: str
    pause_reason: str
    audience: int
    sent: int
    failed: int
    skipped: int
    uncertain: int
    open: int
    share: float
    per_minute: int
    left: float | None
    due: str
    reasons: tuple[ReasonRow, ...]


class OUTPUT(Struct, frozen=True):
    """What `newsletter status --format json` prints; `senders` counts the programs that send now."""

    version: int
    issues: tuple[IssueRow, ...]
    senders: int


@click.command(epilog="Example: inkwright newsletter status kv-cache")
@click.argument("post", default="")
@click.option("--all", "all_", is_flag=True, help=f"All issues, not the latest {SHOWN} only.")
@format_option
def command(post: str, all_: bool, format_: str) -> None:
    """Show how far each issue is: who has it, who waits, how fast it goes, why readers failed. Changes nothing."""
    workspace = require_workspace()
    zone = workspace.settings.timezone
    moment = now(zone)
    found = later("newsletter_status").status(workspace, post, moment)
    if format_ == "json":
        emit_json(OUTPUT(1, tuple(_row(one, zone) for one in found.issues), found.senders))
        return
    if not found.issues:
        click.echo("No issue yet: `inkwright newsletter send POST` makes one.")
    shown = found.issues if all_ or post else found.issues[-SHOWN:]
    if len(shown) < len(found.issues):
        click.echo(f"{len(found.issues) - len(shown)} earlier issues: --all shows them.")
    for one in shown:
        _tell(one, found.senders, zone, moment)


def _tell(status: Any, senders: int, zone: str, moment: datetime) -> None:
    row = _row(status, zone)
    click.echo(fitted(visible(f"{row.slug}  {_state(status, senders, zone, moment)}"), "  "))
    if row.state in ("sending", "paused"):
        pace = f", {row.per_minute:,} in the last minute" if row.per_minute else ""
        left = f", about {_span(row.left)} left" if row.left is not None else ""
        click.echo(fitted(f"  {bar(row.share)}{pace}{left}", "  "))
    for line in account(status.tally, status.reasons):
        click.echo(fitted(visible(f"  {line}"), "  "))


def _state(status: Any, senders: int, zone: str, moment: datetime) -> str:
    issue = status.issue
    if issue.state == "sending":
        again = f"; the next try {_is(status.due, moment)} {minute(status.due, zone)}" if status.due else ""
        nobody = f"nobody is sending: `inkwright newsletter send {issue.slug}` goes on"
        return f"being sent{again}" if senders else f"begun; {nobody}{again}"
    if issue.state == "paused":
        return f"paused: {issue.pause_reason}"
    if issue.state == "frozen":
        at = minute(issue.send_at, zone)
        gone_by = issue.send_at is not None and issue.send_at <= moment
        return f"was to go out at {at}: `inkwright newsletter send --due` does it" if gone_by else f"goes out at {at}"
    return f"{issue.state} {minute(issue.done_at, zone)}".rstrip()


def _is(due: datetime, moment: datetime) -> str:
    """How a try is spoken of that is to come, and one that nobody was there for."""
    return "is at" if due > moment else "is due since"


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes >= 120:
        return f"{round(minutes / 60)} hours"
    return f"{minutes} minutes" if minutes > 1 else "a minute"


def _row(status: Any, zone: str) -> IssueRow:
    issue, tally = status.issue, status.tally
    return IssueRow(
        issue.slug, issue.state, issue.subject, issue.list, iso(issue.frozen_at, zone), iso(issue.send_at, zone),
        iso(issue.done_at, zone), issue.pause_reason, tally.audience, tally.sent, tally.failed, tally.skipped,
        tally.uncertain, tally.open, round(status.share, 4), status.rate,
        status.left.total_seconds() if status.left is not None else None, iso(status.due, zone),
        tuple(ReasonRow(*reason) for reason in status.reasons),
    )  # fmt: skip
