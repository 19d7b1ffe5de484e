"""Issues that wait for a sender, and what must be asked before one goes out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_issue import Drafted
from inkwright.ledger.deliveries import tally
from inkwright.ledger.issues import issues
from inkwright.ledger.marks import restored_at
from inkwright.model.delivery import Issue, Tally
from inkwright.workspace.folder import Workspace

STALE = timedelta(hours=1)
"""A schedule this old is asked about: a ledger that was brought back would send what went out long ago.

**Source:** the newsletter's design, after listmonk #1801."""


@dataclass(frozen=True)
class Intended:
    """What would be sent: `issue` is one that is there already, else `draft` is frozen as `slug`. `count` are the
    readers that still get it; `doubt` is what must be asked first, "" for nothing."""

    slug: str
    subject: str
    list: str
    count: int
    draft: Drafted | None = None
    issue: Issue | None = None
    tally: Tally | None = None
    doubt: str = ""


def due_issues(workspace: Workspace, now: datetime) -> list[Intended]:
    """The issues that wait for a sender: begun and not paused, or scheduled for a moment that has come."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = issues(connection, ["sending", "frozen"])
        ready = [one for one in found if one.state == "sending" or (one.send_at and one.send_at <= now)]
        return [going_on(one, tally(connection, one.id), restored_at(connection), now) for one in ready]


def going_on(issue: Issue, counted: Tally, restored: datetime | None, now: datetime) -> Intended:
    """An issue that is there already, with what must be asked before it goes on."""
    doubt = ""
    if restored is not None and issue.frozen_at and issue.frozen_at < restored:
        doubt = f"the ledger was brought back from a copy on {restored:%Y-%m-%d}: who counts as open may have it since"
    elif issue.state == "frozen" and issue.send_at and now - issue.send_at > STALE:
        doubt = f"it was to go out at {issue.send_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}, more than an hour ago"
    return Intended(issue.slug, issue.subject, issue.list, counted.open, None, issue, counted, doubt)
