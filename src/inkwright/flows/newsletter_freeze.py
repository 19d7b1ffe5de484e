"""An issue is fixed for ever, with its readers, in one transaction; and it can be scheduled."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from inkwright.flows.newsletter_due import Intended
from inkwright.flows.newsletter_known import remember_mailed
from inkwright.flows.subscribers_lists import all_lists
from inkwright.ledger.issues import freeze, give_body, issue_by_id, schedule, turn
from inkwright.ledger.marks import set_agreed
from inkwright.ledger.open import Ledger
from inkwright.ledger.visits import keep_link
from inkwright.model.delivery import Issue
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace


class When(Struct, frozen=True):
    """The moment of freezing, and that of sending: None is at once."""

    now: datetime
    send_at: datetime | None = None


def frozen(workspace: Workspace, ledger: Ledger, intended: Intended, when: When) -> Issue:
    """The issue of what was intended: frozen now, or the one that is there, whose schedule is changed. An issue that
    is to go out at once is being sent afterwards; a doubt about it has been agreed to. Raises UsageError when somebody
    else froze it meanwhile."""
    issue = intended.issue
    if issue is None and intended.post:
        remember_mailed(workspace, intended.post, intended.slug.partition("#")[0])
    try:
        with ledger.write(durable=True) as connection:
            if issue is None:
                issue = freeze(
                    connection, intended.slug, subject=intended.subject, from_addr=intended.from_addr,
                    body=intended.body, list_=intended.list, lists=all_lists(workspace),
                    now=when.now, send_at=when.send_at,
                )  # fmt: skip
                if intended.counted is not None:
                    _count_links(connection, issue.id, intended.counted)
            if intended.doubt:
                set_agreed(connection, issue.id, when.now)
            if when.send_at is None:
                turn(connection, issue.id, ["frozen"], "sending")
            elif not schedule(connection, issue.id, when.send_at):
                raise UsageError(f"{issue.slug} is being sent already", hint="It cannot be scheduled any more.")
            found = issue_by_id(connection, issue.id)
    except IntegrityError as error:
        hint = "`inkwright newsletter status` shows it."
        raise UsageError(f"{intended.slug} was frozen by another program meanwhile", hint=hint) from error
    assert found is not None
    return found


def _count_links(connection: Connection, issue: int, counted: Callable[[int, Callable[[str], int]], bytes]) -> None:
    """Give an issue that is being frozen the body whose links go by their numbers."""
    give_body(connection, issue, counted(issue, lambda url: keep_link(connection, issue, url)))
