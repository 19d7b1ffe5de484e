"""Each reader of an issue: taken for sending, marked with what became of them, counted. Every state is changed here.

Whether a reader may still be mailed is read again in the same statement that takes them, and a result is only written
by the sender that took them.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Select,
    Update,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    select,
    type_coerce,
    update,
)

from inkwright.ledger.audience import reader_may_be_mailed, wants
from inkwright.ledger.tables import delivery, issue, sender, subscriber, suppression
from inkwright.model.delivery import Addressee, Delivery, DeliveryState, Mark, Tally

_MINE = (delivery.c.issue == bindparam("of"), delivery.c.sub.in_(bindparam("subs", expanding=True)))
_WAITING = delivery.c.state.in_((literal_column("'queued'"), literal_column("'retry'")))
_REPLY = 500
"""Characters of a relay's answer that are kept."""


def claim(
    connection: Connection, of: int, owner: str, now: datetime, lease: datetime, most: int, *,
    list_: str = "", lists: Collection[str] = (), again: bool = True,
) -> tuple[list[Addressee], int]:  # fmt: skip
    """Take at most `most` readers of an issue for sending; who may not be mailed any more is skipped. The readers, and
    how many were looked at: 0 when none waits, when the issue is not being sent, or when `owner` is no sender now.

    `again` looks for those who are due for another try first. On PostgreSQL what another sender just takes is passed
    over. `list_` and `lists` are the issue's list and all that there are: who left it gets nothing.
    """
    named = {"of": of, "owner": owner, "now": now, "most": most}
    found = list(connection.execute(_due_again(), named).scalars()) if again else []
    if len(found) < most:
        found += connection.execute(_queued(), {**named, "most": most - len(found)}).scalars()
    if not found:
        return [], 0
    known = {row.id: row for row in connection.execute(_READERS, {"ids": found})}
    taking = {"of": of, "subs": found, "as_owner": owner, "until": lease}
    taken = connection.execute(_taking(list_, tuple(lists)), taking).all()
    if len(taken) < len(found):
        connection.execute(_skipping(), {"of": of, "subs": found})
    return [
        Addressee(row.sub, row.addr, known[row.sub].name, bytes(known[row.sub].token_salt), row.attempts, lease)
        for row in taken
    ], len(found)


def mark(connection: Connection, of: int, owner: str, marks: Sequence[Mark]) -> int:
    """Write down what became of readers whom `owner` took; how many still were theirs. The others are left alone."""
    if not marks:
        return 0
    rows = [
        {"of": of, "sub_": one.sub, "was": owner, "to": one.state, "said": one.reply[:_REPLY], "due_": one.due,
         "at": one.sent_at, "back": 0 if one.counts else 1}
        for one in marks
    ]  # fmt: skip
    return connection.execute(_MARKING, rows).rowcount


def renew(connection: Connection, of: int, owner: str, lease: datetime) -> int:
    """Keep whom `owner` took for longer; how many they are."""
    held = (delivery.c.issue == of, delivery.c.state == "attempting", delivery.c.owner == owner)
    return connection.execute(update(delivery).where(*held).values(lease=lease)).rowcount


def release(
    connection: Connection, of: int, to: DeliveryState, *, owners: Collection[str] | None, now: datetime
) -> int:
    """Free readers whom nobody is sending to any more, into "queued" or "uncertain"; how many they were.

    `owners` are the live senders: whom anybody else took is freed. None frees those whose lease has ended.
    """
    held = [delivery.c.issue == of, delivery.c.state == "attempting"]
    held.append(delivery.c.lease < now if owners is None else delivery.c.owner.not_in(owners))
    said = "the sender stopped before it was known whether the relay took it"
    values = {"state": to, "owner": None, "lease": None, "due": None, "relay_reply": said}
    return connection.execute(update(delivery).where(*held).values(**values)).rowcount


def queue_again(connection: Connection, of: int, states: Collection[DeliveryState]) -> int:
    """Try readers in some states again, from the beginning; how many they are."""
    them = (delivery.c.issue == of, delivery.c.state.in_(states))
    values = {"state": "queued", "attempts": 0, "due": None, "sent_at": None}
    return connection.execute(update(delivery).where(*them).values(**values)).rowcount


def skip_rest(connection: Connection, of: int, reason: str) -> int:
    """Whom nobody has tried to reach, or who are due for another try, are left out; how many they are."""
    rest = (delivery.c.issue == of, _WAITING)
    return connection.execute(update(delivery).where(*rest).values(state="skipped", relay_reply=reason)).rowcount


def shift(connection: Connection, of: int, by: timedelta) -> None:
    """Move what is due for another try, because the clock was set: nobody waits for an hour that was taken back."""
    step = by // timedelta(microseconds=1)
    due = (delivery.c.issue == of, delivery.c.state == "retry")
    moved = type_coerce(delivery.c.due, BigInteger) + step
    connection.execute(update(delivery).where(*due).values(due=moved))


def next_due(connection: Connection, of: int) -> datetime | None:
    """When the next reader is due for another try, None when nobody is."""
    due = (delivery.c.issue == of, delivery.c.state == "retry")
    return connection.execute(select(func.min(delivery.c.due)).where(*due)).scalar()


def tally(connection: Connection, of: int) -> Tally:
    """The account of an issue: its audience as it was frozen, and its readers by state as they are."""
    audience = connection.execute(select(issue.c.audience).where(issue.c.id == of)).scalar_one()
    states = select(delivery.c.state, func.count()).where(delivery.c.issue == of).group_by(delivery.c.state)
    return Tally(audience, **{row[0]: row[1] for row in connection.execute(states)})


def sent_since(connection: Connection, of: int, since: datetime) -> int:
    """How many messages of an issue the relay took after a moment."""
    recent = (delivery.c.issue == of, delivery.c.state == "sent", delivery.c.sent_at > since)
    return connection.execute(select(func.count()).where(*recent)).scalar_one()


def sent_by_day(connection: Connection, offset: timedelta) -> dict[str, int]:
    """How many messages went out on each day of a zone that is `offset` ahead of UTC, over all issues."""
    day = 86_400_000_000
    moved = type_coerce(delivery.c.sent_at, BigInteger) + offset // timedelta(microseconds=1)
    number = (moved - moved % day).label("day")
    counted = select(func.max(delivery.c.sent_at), func.count()).where(delivery.c.state == "sent").group_by(number)
    return {(latest + offset).date().isoformat(): count for latest, count in connection.execute(counted)}


def reasons(connection: Connection, of: int, most: int = 5) -> list[tuple[DeliveryState, str, int]]:
    """Why readers failed, wait, were skipped or are uncertain: state, what was said, how many; most frequent first."""
    troubled = (delivery.c.issue == of, delivery.c.state.in_(("failed", "retry", "skipped", "uncertain")))
    count = func.count()
    rows = (
        select(delivery.c.state, delivery.c.relay_reply, count)
        .where(*troubled)
        .group_by(delivery.c.state, delivery.c.relay_reply)
        .order_by(count.desc(), delivery.c.state, delivery.c.relay_reply)
        .limit(most)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(rows)]


def of_reader(connection: Connection, sub: int, of: int | None = None) -> Iterator[Delivery]:
    """What became of one reader, issue by issue, newest first; of one issue only when it is named."""
    rows = (
        select(issue.c.slug, delivery.c.addr, delivery.c.state, delivery.c.attempts, delivery.c.due,
               delivery.c.relay_reply, delivery.c.sent_at)
        .join(issue, issue.c.id == delivery.c.issue)
        .where(delivery.c.sub == sub)
        .order_by(issue.c.id.desc())
    )  # fmt: skip
    for row in connection.execute(rows if of is None else rows.where(issue.c.id == of)):
        yield Delivery(*row)


@lru_cache(1)
def _queued() -> Select[Any]:
    return _next(delivery.c.state == "queued").order_by(delivery.c.sub)


@lru_cache(1)
def _due_again() -> Select[Any]:
    due = _next(delivery.c.state == "retry", delivery.c.due <= bindparam("now"))
    return due.order_by(delivery.c.due, delivery.c.sub)


def _next(*which: Any) -> Select[Any]:
    """Readers who wait, while their issue is being sent and the asking sender is known."""
    sending = exists().where(issue.c.id == bindparam("of"), issue.c.state == "sending")
    known = exists().where(sender.c.owner == bindparam("owner"))
    found = select(delivery.c.sub).where(delivery.c.issue == bindparam("of"), *which, sending, known)
    return found.limit(bindparam("most")).with_for_update(skip_locked=True, of=delivery)


@lru_cache(8)
def _taking(list_: str, lists: tuple[str, ...]) -> Update:
    """The statement that takes readers: the only one that makes a delivery "attempting"."""
    allowed = [*_MINE, _WAITING, reader_may_be_mailed(delivery.c.sub)]
    wanted = wants(list_, lists)
    if wanted is not None:
        allowed.append(exists().where(subscriber.c.id == delivery.c.sub, wanted))
    values: dict[str, Any] = {
        "state": "attempting", "attempts": delivery.c.attempts + 1, "owner": bindparam("as_owner"),
        "lease": bindparam("until", type_=delivery.c.lease.type), "due": None,
    }  # fmt: skip
    return (
        update(delivery).where(*allowed).values(values).returning(delivery.c.sub, delivery.c.addr, delivery.c.attempts)
    )


@lru_cache(1)
def _skipping() -> Update:
    """Those who were looked at and may not be mailed, with the reason; to be run after the taking."""
    reader = subscriber.c.id == delivery.c.sub
    against = suppression.c.email_hmac == subscriber.c.email_hmac
    reason = select(suppression.c.reason).where(reader, against).correlate(delivery).scalar_subquery()
    why = case(
        (~exists().where(reader), "erased"),
        (exists().where(reader, against), reason),
        (exists().where(reader, subscriber.c.status != "active"), "unsubscribed"),
        else_="left the list",
    )
    return update(delivery).where(*_MINE, _WAITING).values(state="skipped", relay_reply=why, due=None)


_READERS = (
    select(subscriber.c.id, subscriber.c.name, subscriber.c.token_salt)
    .where(subscriber.c.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(read=True)
)
"""What messages need of their readers. On PostgreSQL who unsubscribes in this moment either comes first, and is seen
by the taking, or waits until it is written down; on SQLite there is one writer anyway."""
_MARKING = (
    update(delivery)
    .where(delivery.c.issue == bindparam("of"), delivery.c.sub == bindparam("sub_"))
    .where(delivery.c.owner == bindparam("was"), delivery.c.state == "attempting")
    .values(state=bindparam("to"), relay_reply=bindparam("said"), due=bindparam("due_"), sent_at=bindparam("at"),
            attempts=delivery.c.attempts - bindparam("back"), owner=None, lease=None)
)  # fmt: skip
