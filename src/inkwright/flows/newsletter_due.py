"""Issues that are there already and wait for a sender, and what must be asked before one goes on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from inkwright.flows.ledger import ledger_for_reading
from inkwright.ledger.deliveries import tally
from inkwright.ledger.issues import issues, issues_of
from inkwright.ledger.marks import restored_at
from inkwright.ledger.open import Ledger
from inkwright.model.delivery import Issue, Tally
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace

STALE = timedelta(hours=1)
"""A schedule this old is asked about: a ledger that was brought back would send what went out long ago.

**Source:** the newsletter's design, after listmonk #1801."""


@dataclass(frozen=True)
class Intended:
    """What would be sent: `issue` is one that is there already, else `body` is to be frozen as `slug`. `count` are the
    readers who still get it; `doubt` is what must be asked first, "" for nothing."""

    slug: str
    subject: str
    list: str
    count: int
    issue: Issue | None = None
    doubt: str = ""
    body: bytes = b""
    from_addr: str = ""
    warnings: tuple[str, ...] = ()


def begun(workspace: Workspace, name: str, now: datetime) -> Intended | None:
    """The send of a post, by its slug, that is not over; None when there is none. Raises UsageError for one that is
    paused."""
    with ledger_for_reading(workspace) as ledger:
        return begun_in(ledger, name.strip().strip("/"), now)


def begun_in(ledger: Ledger, slug: str, now: datetime) -> Intended | None:
    """As `begun`, in an open ledger."""
    with ledger.read() as connection:
        for one in issues_of(connection, slug):
            if one.state == "paused":
                hint = f"`inkwright newsletter resume {one.slug}` goes on with it."
                raise UsageError(f"{one.slug} is paused: {one.pause_reason}", hint=hint)
            if one.state in ("frozen", "sending"):
                return _going_on(one, tally(connection, one.id), restored_at(connection), now)
    return None


def due_issues(workspace: Workspace, now: datetime) -> list[Intended]:
    """The issues that wait for a sender: begun and not paused, or scheduled for a moment that has come."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = issues(connection, ["sending", "frozen"])
        ready = [one for one in found if one.state == "sending" or (one.send_at and one.send_at <= now)]
        return [_going_on(one, tally(connection, one.id), restored_at(connection), now) for one in ready]


def _going_on(issue: Issue, counted: Tally, restored: datetime | None, now: datetime) -> Intended:
    doubt = ""
    if restored is not None and issue.frozen_at and issue.frozen_at < restored:
        doubt = f"the ledger was brought back from a copy on {restored:%Y-%m-%d}: who counts as open may have it since"
    elif issue.state == "frozen" and issue.send_at and now - issue.send_at > STALE:
        doubt = f"it was to go out at {issue.send_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}, more than an hour ago"
    return Intended(issue.slug, issue.subject, issue.list, counted.open, issue, doubt)
