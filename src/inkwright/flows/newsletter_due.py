"""Issues that are there already and wait for a sender."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_doubt import doubt
from inkwright.ledger.deliveries import tally
from inkwright.ledger.issues import issues, issues_of
from inkwright.ledger.open import Ledger
from inkwright.model.delivery import Issue
from inkwright.model.errors import UsageError
from inkwright.newsletter.lists import plain_tag
from inkwright.workspace.folder import Workspace


class Intended(Struct, frozen=True):
    """What would be sent: `issue` is one that is there already, else `body` is to be frozen as `slug`. `count` are the
    readers who still get it; `doubt` is what must be asked first, "" for nothing. `counted`, where links are to be
    counted, makes the body of an issue by its number and by what numbers its links."""

    slug: str
    subject: str
    list: str
    count: int
    issue: Issue | None = None
    doubt: str = ""
    body: bytes = b""
    from_addr: str = ""
    warnings: tuple[str, ...] = ()
    counted: Callable[[int, Callable[[str], int]], bytes] | None = None
    post: str = ""


def begun(workspace: Workspace, name: str, now: datetime, to: str = "") -> Intended | None:
    """The send of a post, by its slug, that is not over; None when there is none. Raises UsageError for one that is
    paused, or that goes to another list than `to`."""
    with ledger_for_reading(workspace) as ledger:
        return begun_in(ledger, name.strip().strip("/"), now, plain_tag(to))


def begun_in(ledger: Ledger, slug: str, now: datetime, to: str = "") -> Intended | None:
    """As `begun`, in an open ledger."""
    with ledger.read() as connection:
        for one in issues_of(connection, slug):
            if one.state == "paused":
                hint = f"`inkwright newsletter resume {one.slug}` goes on with it."
                raise UsageError(f"{one.slug} is paused: {one.pause_reason}", hint=hint)
            if one.state in ("frozen", "sending"):
                if to not in ("", one.list):
                    whom = f"the list {one.list}" if one.list else "everyone"
                    hint = f"`inkwright newsletter cancel {one.slug}` gives it up."
                    raise UsageError(f"{one.slug} is frozen for {whom} already", hint=hint)
                return _going_on(connection, one, now)
    return None


def due_issues(workspace: Workspace, now: datetime) -> list[Intended]:
    """The issues that wait for a sender: begun and not paused, or scheduled for a moment that has come."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = issues(connection, ["sending", "frozen"])
        ready = [one for one in found if one.state == "sending" or (one.send_at and one.send_at <= now)]
        return [_going_on(connection, one, now) for one in ready]


def _going_on(connection: Connection, issue: Issue, now: datetime) -> Intended:
    left = tally(connection, issue.id).open
    return Intended(issue.slug, issue.subject, issue.list, left, issue, doubt(connection, issue, now))
