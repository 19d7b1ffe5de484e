"""How far each issue is: its account, how fast it goes, how long it will take, and why readers failed."""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_named import issues_named
from inkwright.flows.newsletter_sit import alive
from inkwright.ledger.deliveries import next_due, reasons, sent_since, tally
from inkwright.ledger.issues import issues
from inkwright.ledger.senders import ledger_time, senders
from inkwright.model.delivery import DeliveryState, Issue, Tally
from inkwright.model.errors import UsageError
from inkwright.newsletter.accounting import remaining, share
from inkwright.workspace.folder import Workspace

RECENT = timedelta(minutes=1)
"""Over which the pace is taken."""


class Status(Struct, frozen=True):
    """One issue. `share` lies in [0, 1]; `rate` counts messages of the last minute; `left` is None when it cannot be
    told; `due` is when the next reader is tried again."""

    issue: Issue
    tally: Tally
    share: float
    rate: int
    left: timedelta | None
    due: datetime | None
    reasons: tuple[tuple[DeliveryState, str, int], ...]


class Report(Struct, frozen=True):
    """All issues that were asked for, oldest first, and how many programs are sending now."""

    issues: tuple[Status, ...]
    senders: int


def status(workspace: Workspace, name: str, now: datetime) -> Report:
    """The sends of one post, or all issues for "". Raises UsageError for a name that no issue has."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = issues_named(workspace, connection, name) if name else issues(connection)
        if name and not found:
            raise UsageError(f"there is no issue {name!r}", hint=known(connection))
        at = ledger_time(connection, now)
        return Report(tuple(_status(connection, one, at) for one in found), len(senders(connection, at, alive)))


def known(connection: Connection) -> str:
    """Which issues there are, as a hint."""
    slugs = [one.slug for one in issues(connection)][-5:]
    return (
        f"There are {', '.join(slugs)}." if slugs else "No issue was sent yet; `inkwright newsletter send POST` does."
    )


def _status(connection: Connection, issue: Issue, now: datetime) -> Status:
    counted = tally(connection, issue.id)
    recent = sent_since(connection, issue.id, now - RECENT) if issue.state == "sending" else 0
    return Status(
        issue, counted, share(counted), recent, remaining(counted, recent, RECENT), next_due(connection, issue.id),
        tuple(reasons(connection, issue.id)),
    )  # fmt: skip
