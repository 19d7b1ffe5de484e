"""Stopping an issue, going on with it, and giving it up. Whoever is sending it sees it before the next message."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.newsletter_book import CANCELLED, freed
from inkwright.flows.newsletter_doubt import doubt
from inkwright.flows.newsletter_named import issues_named
from inkwright.flows.newsletter_sit import alive
from inkwright.flows.newsletter_status import known
from inkwright.ledger.deliveries import queue_again, release, skip_rest, tally
from inkwright.ledger.issues import issue_by_id, turn
from inkwright.ledger.marks import set_agreed
from inkwright.ledger.senders import ledger_time, senders
from inkwright.model.delivery import DeliveryState, Issue, IssueState, Policy, Tally
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace


def pause(workspace: Workspace, name: str, reason: str, now: datetime) -> tuple[Issue, Tally]:
    """Stop a send of a post. Raises UsageError when none is on its way."""
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        issue = _in_state(workspace, connection, name, ["frozen", "sending"], "is on its way")
        turn(connection, issue.id, ["frozen", "sending"], "paused", reason)
        return _now(connection, issue)


def resume(
    workspace: Workspace, name: str, now: datetime, *, again: Sequence[DeliveryState] = (), sure: bool = False
) -> tuple[Issue, Tally]:
    """Let a paused issue go on; with `again` also one that is over, for the readers in those states, from the first
    try on. Raises UsageError when there is none, and, unless `sure`, in a ledger that was brought back since."""
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        states: list[IssueState] = ["paused", "sending", "sent"] if again else ["paused"]
        issue = _in_state(workspace, connection, name, states, "is paused")
        asked = doubt(connection, issue, now)
        if asked and not sure:
            raise UsageError(asked, hint="Add --yes to send it to them.")
        if again and not queue_again(connection, issue.id, again) and issue.state != "paused":
            raise UsageError(
                f"no reader of {issue.slug} is {' or '.join(again)}", hint="There is nothing to try again."
            )
        if asked:
            set_agreed(connection, issue.id, now)
        turn(connection, issue.id, states, "sending")
        return _now(connection, issue)


def cancel(workspace: Workspace, name: str, now: datetime) -> tuple[Issue, Tally]:
    """Give an issue up: who has not got it is skipped. Raises UsageError when it is over already."""
    policy: Policy = workspace.settings.newsletter.on_uncertain  # type: ignore[assignment]
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        issue = _in_state(workspace, connection, name, ["frozen", "sending", "paused"], "can be cancelled")
        turn(connection, issue.id, ["frozen", "sending", "paused"], "cancelled")
        at = ledger_time(connection, now)
        owners = [one.owner for one in senders(connection, at, alive)]
        release(connection, issue.id, freed(policy), owners=owners, now=at)
        skip_rest(connection, issue.id, CANCELLED)
        return _now(connection, issue)


def _in_state(
    workspace: Workspace, connection: Connection, name: str, states: Sequence[IssueState], said: str
) -> Issue:
    """The latest send of a post that is in one of some states."""
    found = issues_named(workspace, connection, name)
    for one in reversed(found):
        if one.state in states:
            return one
    if not found:
        raise UsageError(f"there is no issue {name!r}", hint=known(connection))
    raise UsageError(f"no send of {name} {said}", hint=f"{found[-1].slug} is {found[-1].state}.")


def _now(connection: Connection, issue: Issue) -> tuple[Issue, Tally]:
    found = issue_by_id(connection, issue.id)
    assert found is not None
    return found, tally(connection, issue.id)
