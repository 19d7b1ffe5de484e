"""What must be asked before an issue goes on: it may have gone out already, or long ago was its time."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from inkwright.ledger.marks import agreed_at, restored_at
from inkwright.model.delivery import Issue

STALE = timedelta(hours=1)
"""A schedule this old is asked about: a ledger that was brought back would send what went out long ago.

**Source:** the newsletter's design, after listmonk #1801."""


def doubt(connection: Connection, issue: Issue, now: datetime) -> str:
    """What must be asked before an issue goes on, "" for nothing, and for what was agreed to since."""
    restored, agreed = restored_at(connection), agreed_at(connection, issue.id)
    if restored is not None and issue.frozen_at and max(issue.frozen_at, agreed or issue.frozen_at) < restored:
        day = restored.astimezone(now.tzinfo)
        return f"the ledger was brought back from a copy on {day:%Y-%m-%d}: who counts as open may have it since"
    if issue.state == "frozen" and issue.send_at and now - issue.send_at > STALE:
        return f"it was to go out at {issue.send_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}, more than an hour ago"
    return ""
