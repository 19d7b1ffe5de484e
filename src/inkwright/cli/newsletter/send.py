"""Send a post to the readers."""

from datetime import datetime, timedelta
from typing import Any

import click

from inkwright.cli.asking import agreed, someone_is_there
from inkwright.cli.clock import now
from inkwright.cli.newsletter._run import INTERRUPTED, reach, run
from inkwright.cli.output import fitted
from inkwright.flows.later import later
from inkwright.model.delivery import Policy, readers
from inkwright.model.errors import LedgerError, UsageError
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, require_workspace


@click.command(
    epilog="Examples: inkwright newsletter send kv-cache · inkwright newsletter send kv-cache --at 2026-12-01T09:00 · "
    "inkwright newsletter send --due"
)
@click.argument("post", default="")
@click.option("--list", "to", default="", metavar="NAME", help="A list other than the one of the post's pillar.")
@click.option("--at", default="", metavar="TIME", help="Freeze it now, send it then: 2026-12-01T09:00, or 09:00.")
@click.option("--due", is_flag=True, help="Go on with every issue that waits for a sender; for cron.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--again", is_flag=True, help="Send a post that readers have already.")
@click.option("--on-uncertain", "policy", type=click.Choice(["resend", "hold"]), default=None,
              help="What is done with a mail when nobody knows whether the relay took it.")  # fmt: skip
def command(post: str, to: str, at: str, due: bool, yes: bool, again: bool, policy: Policy | None) -> None:
    """Send POST to all readers, or to those of its list, after telling how many they are.

    The issue is frozen first: message and readers are fixed and cannot change any more, except that who unsubscribes
    gets nothing. Interrupt it, pull the plug: the same command goes on where it was, and nobody is lost. Uses the clock
    and the network. With --at it waits for `inkwright newsletter send --due`, which cron runs every few minutes.
    """
    if bool(post) == due:
        raise click.UsageError("Name a post, or give --due.")
    workspace = require_workspace()
    if due:
        raise click.exceptions.Exit(_due(workspace, yes, policy))
    moment = now(workspace.settings.timezone)
    send_at = _moment(at, moment) if at else None
    intended = later("newsletter_due").begun(workspace, post, moment, to)  # going on needs nothing of the post
    if intended is None:
        intended = later("newsletter_intend").intend(workspace, post, moment, to=to, again=again)
    _show(intended)
    _ask(intended, send_at, yes)
    raise click.exceptions.Exit(_go(workspace, intended, send_at, policy))


def _due(workspace: Workspace, yes: bool, policy: Policy | None) -> int:
    """Go on with what waits; the worst exit code. What is doubtful is left alone unless somebody agrees."""
    moment = now(workspace.settings.timezone)
    other = later("newsletter_sit").sending_now(workspace, moment)
    if other is not None:
        click.echo(f"Another program is sending already (process {other.pid}).")
        return 0
    waiting = later("newsletter_due").due_issues(workspace, moment)
    if not waiting:
        click.echo("No issue waits for a sender.")
    worst = 0
    for intended in waiting:
        if not intended.doubt or _agreed(intended, yes):
            code = _one_of_many(workspace, intended, policy)
            if code == INTERRUPTED:
                return code
        else:
            slug, code = intended.slug, 1
            hint = (
                f"`inkwright newsletter send {slug}` asks you about it, `inkwright newsletter cancel {slug}` ends it."
            )
            click.echo(visible(f"Left alone: {slug}: {intended.doubt}. {hint}"), err=True)
        worst = max(worst, code)
    return worst


def _agreed(intended: Any, yes: bool) -> bool:
    """Whether somebody is there and lets a doubtful issue go on."""
    if yes or not someone_is_there():
        return yes
    _show(intended)
    click.echo(visible(f"Wait: {intended.doubt}."), err=True)
    return agreed("Send it?", yes, "send it", usual=False)


def _one_of_many(workspace: Workspace, intended: Any, policy: Policy | None) -> int:
    """Send one issue of several; the exit code. What is wrong with its message alone stops no other."""
    _show(intended)
    try:
        return _go(workspace, intended, None, policy)
    except LedgerError as error:
        if error.kind != "corrupt":
            raise
        click.echo(visible(f"Left alone: {error}"), err=True)
        return 1


def _go(workspace: Workspace, intended: Any, send_at: datetime | None, policy: Policy | None) -> int:
    """Freeze and send, or schedule; the exit code. Raises UsageError, with nothing frozen, while another one sends."""
    moment = now(workspace.settings.timezone)
    if send_at is None:
        reach(workspace)
        later("newsletter_sit").require_alone(workspace, moment)
    with later("ledger").ledger_for_writing(workspace, moment) as ledger:
        freezing = later("newsletter_freeze")
        issue = freezing.frozen(workspace, ledger, intended, freezing.When(moment, send_at))
        if send_at is None:
            return run(workspace, ledger, issue, policy)
    click.echo(visible(f"{issue.slug} goes out at {send_at:%Y-%m-%d %H:%M} to {readers(issue.audience)}."))
    click.echo("Let cron run `inkwright newsletter send --due` every few minutes; twice is as good as once.")
    return 0


def _show(intended: Any) -> None:
    """What is about to happen."""
    whom = readers(intended.count)
    on = f" of the list {intended.list}" if intended.list else ""
    if intended.issue is not None and intended.issue.state == "sending":
        have = "have" if intended.count != 1 else "has"
        all_ = f"{intended.issue.audience:,}"
        click.echo(fitted(visible(f"{intended.slug} goes on: {whom}{on} of {all_} {have} still to get it.")))
    else:
        click.echo(fitted(visible(f'"{intended.subject}" to {whom}{on}.')))
    for line in intended.warnings:
        click.echo(fitted(visible(f"Note: {line}.")), err=True)


def _ask(intended: Any, send_at: datetime | None, yes: bool) -> None:
    """Let the writer agree. What was agreed to before goes on without a question, unless there is a doubt."""
    if intended.doubt:
        click.echo(visible(f"Wait: {intended.doubt}."), err=True)
    elif intended.issue is not None and intended.issue.state == "sending":
        return
    verb = f"Freeze it, and send it at {send_at:%Y-%m-%d %H:%M}" if send_at else "Send it"
    if not agreed(f"{verb}?", yes, "send it", usual=not intended.doubt):
        raise click.Abort


def _moment(typed: str, moment: datetime) -> datetime:
    """A time that somebody typed, in the writer's zone; a time of day is the next such moment."""
    try:
        if len(typed) <= 5:
            found = datetime.combine(moment.date(), datetime.strptime(typed, "%H:%M").time(), moment.tzinfo)
            found += timedelta(days=int(found <= moment))
        else:
            found = datetime.fromisoformat(typed)
            found = found if found.tzinfo else found.replace(tzinfo=moment.tzinfo)
    except ValueError:
        raise UsageError(f"{typed!r} is no time", hint="Write 2026-12-01T09:00, or 09:00.") from None
    if found <= moment:
        raise UsageError(f"{typed} has gone by", hint="Leave --at out to send now.")
    return found
