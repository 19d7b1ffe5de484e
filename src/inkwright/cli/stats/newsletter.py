"""What came of the mails: openings and clicks by issue, and by pillar and year."""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, format_option, table
from inkwright.flows.later import later
from inkwright.measure.mail_rates import INFLATED, by_pillar, early
from inkwright.model.mail_result import MailResult, PillarMail, Share
from inkwright.workspace.folder import require_workspace

SHOWN = 10
"""Issues that are listed; JSON has all."""


class OUTPUT(Struct, frozen=True):
    """What `stats newsletter --format json` prints."""

    version: int
    issues: tuple[MailResult, ...]
    pillars: tuple[PillarMail, ...]


@click.command(epilog="Example: inkwright stats newsletter")
@format_option
def command(format_: str) -> None:
    """Openings and clicks of each issue, then of each pillar and year with n and a 95 % interval, best first.

    Your own issues have them only where `tracking` is on; Substack's and Ghost's come with `readings import`.
    """
    workspace = require_workspace()
    issues = later("newsletter_stats").mail_results(workspace, today(workspace.settings.timezone))
    pillars = by_pillar(issues)
    if format_ == "json":
        emit_json(OUTPUT(1, tuple(issues), tuple(pillars)))
        return
    if not issues:
        click.echo(fitted("No mail went out yet: inkwright newsletter preview POST shows what one would be.", "  "))
        return
    rows = [
        (one.day, one.source, f"{one.sent:,}", _range(one), _number(one.clicks), one.title) for one in issues[:SHOWN]
    ]
    click.echo(table(rows, ("DAY", "FROM", "SENT", "OPENED", "CLICKED", "SUBJECT"), give=[5]))
    _print_pillars(pillars)
    if too_early := early(issues):
        click.echo(too_early)
    if any(one.opens_low is not None for one in issues):
        click.echo(fitted(INFLATED))


def _print_pillars(pillars: list[PillarMail]) -> None:
    rows = [
        (
            one.year,
            str(one.issues),
            f"{one.sent:,}",
            _share(one.opened, one.sent),
            _share(one.clicked, one.sent),
            one.pillar or "(no pillar)",
        )
        for one in pillars
    ]
    click.echo(f"\n{table(rows, ('YEAR', 'ISSUES', 'N', 'OPENED', 'CLICKED', 'PILLAR'), give=[5])}")


def _share(one: Share | None, sent: int) -> str:
    """A share with its interval, and of how many where that is not all that were sent."""
    if one is None:
        return "-"
    return f"{one.value:.0%} ({one.low:.0%}-{one.high:.0%}){f' of {one.of:,}' if one.of != sent else ''}"


def _range(one: MailResult) -> str:
    if one.opens_low is None or one.opens_high is None:
        return "-"
    return f"{one.opens_low:,}" if one.opens_low == one.opens_high else f"{one.opens_low:,}-{one.opens_high:,}"


def _number(value: int | None) -> str:
    return "-" if value is None else f"{value:,}"
