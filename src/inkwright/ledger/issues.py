"""Issues in the ledger: frozen with their readers in one transaction, and taken from state to state."""

from collections.abc import Collection, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, get_args

from sqlalchemy import Column, Connection, Row, exists, func, insert, literal, not_, or_, select, update

from inkwright.ledger.audience import may_be_mailed, wants
from inkwright.ledger.tables import TODO, delivery, issue, subscriber
from inkwright.model.delivery import Issue, IssueState

_ALL: tuple[Column[Any], ...] = (
    issue.c.id, issue.c.slug, issue.c.state, issue.c.made, issue.c.frozen_at, issue.c.send_at, issue.c.done_at,
    issue.c.subject, issue.c.list, issue.c.audience, issue.c.pause_reason,
)  # fmt: skip


def count_audience(connection: Connection, list_: str, lists: Collection[str]) -> int:
    """How many readers an issue to a list would have now; `lists` are all that there are, "" is everyone."""
    return connection.execute(select(func.count()).select_from(_readers(list_, lists).subquery())).scalar_one()


def freeze(
    connection: Connection, slug: str, *, subject: str, from_addr: str, body: bytes, list_: str, lists: Collection[str],
    now: datetime, send_at: datetime | None = None,
) -> Issue:  # fmt: skip
    """Fix an issue for ever: its bytes, its readers, their count. To be called in a durable transaction.

    A slug is frozen once: raises IntegrityError for one that is there and was not cancelled before its freeze.
    """
    row = {
        "slug": slug, "state": "frozen", "made": now, "frozen_at": now, "send_at": send_at, "subject": subject,
        "from_addr": from_addr, "list": list_, "body": body, "body_sha256": sha256(body).hexdigest(),
    }  # fmt: skip
    id_ = connection.execute(insert(issue).values(row).returning(issue.c.id)).scalar_one()
    readers = _readers(list_, lists).with_only_columns(
        literal(id_), subscriber.c.id, subscriber.c.email, literal("queued")
    )
    into = insert(delivery).from_select(["issue", "sub", "addr", "state"], readers, include_defaults=False)
    connection.execute(into)
    count = select(func.count()).where(delivery.c.issue == id_).scalar_subquery()
    connection.execute(update(issue).where(issue.c.id == id_).values(audience=count))
    found = issue_by_id(connection, id_)
    assert found is not None
    return found


def issue_by_id(connection: Connection, id_: int) -> Issue | None:
    """An issue by its number, None when there is none."""
    row = connection.execute(select(*_ALL).where(issue.c.id == id_)).first()
    return None if row is None else _issue(row)


def issues_of(connection: Connection, base: str) -> tuple[Issue, ...]:
    """All sends of a post, oldest first: `base` itself, and `base#2`, `base#3` ... for those that were sent again."""
    named = or_(issue.c.slug == base, issue.c.slug.startswith(f"{base}#", autoescape=True))
    return tuple(map(_issue, connection.execute(select(*_ALL).where(named).order_by(issue.c.id))))


def issues(connection: Connection, states: Collection[IssueState] = get_args(IssueState)) -> tuple[Issue, ...]:
    """All issues in some states, oldest first."""
    asked = select(*_ALL).where(issue.c.state.in_(states)).order_by(issue.c.id)
    return tuple(map(_issue, connection.execute(asked)))


def give_body(connection: Connection, id_: int, body: bytes) -> None:
    """Another body for an issue, in the transaction that freezes it: one in which its own number stands."""
    values = {"body": body, "body_sha256": sha256(body).hexdigest()}
    connection.execute(update(issue).where(issue.c.id == id_).values(values))


def body_of(connection: Connection, id_: int) -> tuple[bytes, bool]:
    """The frozen bytes of an issue, and whether they are still those that were frozen."""
    row = connection.execute(select(issue.c.body, issue.c.body_sha256).where(issue.c.id == id_)).one()
    body = bytes(row.body or b"")
    return body, sha256(body).hexdigest() == row.body_sha256


def turn(connection: Connection, id_: int, before: Sequence[IssueState], after: IssueState, reason: str = "") -> bool:
    """Take an issue from one of some states to another; False when it was in none of them. `reason` is for a pause."""
    to = update(issue).where(issue.c.id == id_, issue.c.state.in_(before)).values(state=after, pause_reason=reason)
    return connection.execute(to).rowcount == 1


def schedule(connection: Connection, id_: int, send_at: datetime) -> bool:
    """Set when a frozen issue goes out; False for one that is on its way or over."""
    to = update(issue).where(issue.c.id == id_, issue.c.state == "frozen").values(send_at=send_at)
    return connection.execute(to).rowcount == 1


def finish(connection: Connection, id_: int, now: datetime) -> bool:
    """Call an issue sent; False while it is not being sent, or a reader is queued, attempted or due for another try."""
    todo = exists().where(delivery.c.issue == id_, TODO)
    done = update(issue).where(issue.c.id == id_, issue.c.state == "sending", not_(todo))
    return connection.execute(done.values(state="sent", done_at=now)).rowcount == 1


def _readers(list_: str, lists: Collection[str]) -> Any:
    """The readers whom an issue to a list would reach, decided when the statement runs."""
    found = select(subscriber.c.id).where(may_be_mailed())
    wanted = wants(list_, lists)
    return found if wanted is None else found.where(wanted)


def _issue(row: Row[Any]) -> Issue:
    return Issue(*tuple(row))
