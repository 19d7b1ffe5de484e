"""The proof of who got an issue."""

from typing import Any

import click
from msgspec import Struct

from inkwright.cli.clock import iso, local, minute
from inkwright.cli.newsletter._told import account
from inkwright.cli.output import emit_json, fitted, format_option, table
from inkwright.flows.later import later
from inkwright.model.columns import cells
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


class AccountRow(Struct, frozen=True):
    """The account of one issue: audience = sent + failed + skipped + uncertain + open when `faults` is empty."""

    slug: str
    state: str
    audience: int
    sent: int
    failed: int
    skipped: int
    uncertain: int
    open: int
    faults: list[str]


class DeliveryRow(Struct, frozen=True):
    """What became of the reader that was asked about; `sent_at` is ISO with the offset of the blog's zone, or ""."""

    issue: str
    address: str
    state: str
    tries: int
    reply: str
    sent_at: str


class OUTPUT(Struct, frozen=True):
    """What `newsletter verify --format json` prints; `deliveries` is empty without --reader."""

    version: int
    accounts: list[AccountRow]
    deliveries: list[DeliveryRow]


@click.command(
    epilog="Examples: inkwright newsletter verify · inkwright newsletter verify kv-cache --reader ada@me.dev"
)
@click.argument("issue", default="")
@click.option("--reader", default="", metavar="EMAIL", help="What became of one reader, with the relay's answer.")
@format_option
def command(issue: str, reader: str, format_: str) -> None:
    """Show the account of ISSUE, or of all: everyone it was frozen for was sent it, failed, was skipped, or is open.

    Exit code 1 when an account does not add up. Changes nothing.
    """
    workspace, proof = require_workspace(), later("newsletter_verify")
    zone = workspace.settings.timezone
    accounts = proof.verify(workspace, issue)
    asked = proof.verify_reader(workspace, issue, reader) if reader else None
    if format_ == "json":
        deliveries = [_delivery(one, zone) for one in asked.deliveries] if asked else []
        emit_json(OUTPUT(1, [_account(one) for one in accounts], deliveries))
    elif asked is not None:
        _tell_reader(asked, zone)
    else:
        _tell(accounts)
    raise click.exceptions.Exit(int(any(one.faults for one in accounts)))


def _tell(accounts: tuple[Any, ...]) -> None:
    if not accounts:
        click.echo("No issue yet: `inkwright newsletter send POST` makes one.")
    for one in accounts:
        summed = " ".join(account(one.tally))
        click.echo(fitted(visible(f"{one.issue.slug} ({one.issue.state}): {summed}"), "  "))
        for fault in one.faults:
            click.echo(fitted(visible(f"  does not add up: {fault}."), "  "))
        if not one.faults:
            click.echo("  it adds up")


def _tell_reader(asked: Any, zone: str) -> None:
    known = asked.subscriber
    since = local(known.confirmed or known.created, zone)
    click.echo(visible(f"{known.email} is {known.status} since {since:%Y-%m-%d}."))
    if not asked.deliveries:
        click.echo("No issue was frozen for this reader.")
        return
    rows = [(one.issue, one.state, str(one.attempts), minute(one.sent_at, zone)) for one in asked.deliveries]
    lines = table(rows, ("issue", "state", "tries", "sent".ljust(16)), give=[0]).splitlines()
    wide = max(map(cells, lines))
    for line, said in zip(lines, ("the relay said", *(one.reply for one in asked.deliveries)), strict=True):
        click.echo(fitted(f"{line}{' ' * (wide - cells(line))}  {visible(said)}".rstrip(), "    "))


def _account(one: Any) -> AccountRow:
    tally = one.tally
    return AccountRow(
        one.issue.slug, one.issue.state, tally.audience, tally.sent, tally.failed, tally.skipped, tally.uncertain,
        tally.open, list(one.faults),
    )  # fmt: skip


def _delivery(one: Any, zone: str) -> DeliveryRow:
    return DeliveryRow(one.issue, one.addr, one.state, one.attempts, one.reply, iso(one.sent_at, zone))
