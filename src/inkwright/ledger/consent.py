"""What readers agree to: the only place that changes a status. Each change is recorded in the same transaction.

Nothing here mails, and nothing here asks who speaks: tokens and forms were judged before.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, exists, insert, not_, select, update

from inkwright.ledger.subscribers import find_id, join_tags, put_in, standings
from inkwright.ledger.suppression import suppressed
from inkwright.ledger.tables import consent_event, subscriber, suppression
from inkwright.model.subscriber import Address, Asked, ConsentEvent, NewSubscriber


def ask(
    connection: Connection, address: Address, hashed: bytes, now: datetime, *,
    name: str = "", tags: Iterable[str] = (), source: str = "", form_version: str = "",
) -> Asked:  # fmt: skip
    """Somebody asks to get the newsletter at an address; `hashed` is its `address_hash`.

    They are `pending` afterwards, also who had unsubscribed, unless they were active already. Who is suppressed is not
    put in. What comes back says whether a mail that asks to confirm has a point.
    """
    if hashed in suppressed(connection, [hashed]):
        return Asked(None, "suppressed")
    new = NewSubscriber(address.email, address.norm, hashed, "pending", now, name=name, tags=tuple(tags))
    id_ = put_in(connection, [new]).get(address.norm)
    if id_ is None:
        id_ = standings(connection, [address.norm])[address.norm].id
        asking = update(subscriber).where(subscriber.c.id == id_, subscriber.c.status != "active")
        if connection.execute(asking.values(status="pending", confirmed=None)).rowcount == 0:
            return Asked(id_, "active")
    record(connection, [(id_, ConsentEvent("asked", now, source, form_version))])
    return Asked(id_, "pending")


def confirm(connection: Connection, id_: int, now: datetime, source: str = "", form_version: str = "") -> bool:
    """A pending reader agrees and is active; False for anybody else, and for one who is suppressed."""
    return _activate(connection, id_, "pending", now, ConsentEvent("confirmed", now, source, form_version))


def declare(connection: Connection, id_: int, now: datetime, source: str) -> bool:
    """The owner says that a pending reader has agreed, `source` how; False for anybody else, and who is suppressed."""
    return _activate(connection, id_, "pending", now, ConsentEvent("declared", now, source))


def declare_imported(connection: Connection, now: datetime, source: str) -> int:
    """The owner says that all have agreed who came with a list and are pending; how many are active now. Who asked
    here, or left here, is not among them, nor who is suppressed."""
    here = consent_event.c.sub == subscriber.c.id
    imported = exists().where(here, consent_event.c.kind == "imported").correlate(subscriber)
    spoke = exists().where(here, consent_event.c.kind.in_(("asked", "unsubscribed"))).correlate(subscriber)
    found = select(subscriber.c.id).where(subscriber.c.status == "pending", imported, not_(spoke))
    ids = connection.execute(found).scalars().all()
    return sum(declare(connection, id_, now, source) for id_ in ids)


def unsubscribe(connection: Connection, id_: int, now: datetime, source: str = "") -> bool:
    """A reader leaves, whether active or pending; False when they had left already or are not there."""
    leaving = update(subscriber).where(subscriber.c.id == id_, subscriber.c.status != "unsubscribed")
    if connection.execute(leaving.values(status="unsubscribed")).rowcount == 0:
        return False
    record(connection, [(id_, ConsentEvent("unsubscribed", now, source))])
    return True


def doubt(connection: Connection, id_: int, now: datetime, source: str) -> bool:
    """The list that brought a reader says elsewhere that they have not agreed yet: they are pending again. False, and
    nothing changes, for anybody who is active for more than that list and what the owner said of it."""
    last = history(connection, id_)[-2:]
    by_list = [one.kind for one in last] == ["imported", "declared"] and last[0].at == last[1].at
    if not by_list or last[0].source != source:
        return False
    doubted = update(subscriber).where(subscriber.c.id == id_, subscriber.c.status == "active")
    if connection.execute(doubted.values(status="pending", confirmed=None)).rowcount == 0:
        return False
    record(connection, [(id_, ConsentEvent("imported", now, source))])
    return True


def choose_lists(
    connection: Connection, id_: int, chosen: Iterable[str], lists: Iterable[str], now: datetime, source: str = ""
) -> bool:
    """A reader chooses among all `lists`; other tags of theirs stay. False when nothing changes or nobody is there."""
    reader = find_id(connection, id_)
    if reader is None:
        return False
    tags = join_tags({*reader.tags}.difference(lists) | {*chosen}.intersection(lists))
    if tags == join_tags(reader.tags):
        return False
    connection.execute(update(subscriber).where(subscriber.c.id == id_).values(tags=tags))
    record(connection, [(id_, ConsentEvent("lists", now, source))])
    return True


def record(connection: Connection, events: Sequence[tuple[int, ConsentEvent]]) -> None:
    """Add to what readers said; nothing there is ever changed."""
    rows = [
        {"sub": id_, "kind": one.kind, "at": one.at, "source": one.source, "form_version": one.form_version}
        for id_, one in events
    ]
    if rows:
        connection.execute(insert(consent_event), rows)


def history(connection: Connection, id_: int) -> tuple[ConsentEvent, ...]:
    """All that a reader said, oldest first."""
    asked = (
        select(consent_event.c.kind, consent_event.c.at, consent_event.c.source, consent_event.c.form_version)
        .where(consent_event.c.sub == id_)
        .order_by(consent_event.c.id)
    )
    return tuple(ConsentEvent(*row) for row in connection.execute(asked))


def _activate(connection: Connection, id_: int, before: str, now: datetime, event: ConsentEvent) -> bool:
    stands_against = exists().where(suppression.c.email_hmac == subscriber.c.email_hmac).correlate(subscriber)
    changed = connection.execute(
        update(subscriber)
        .where(subscriber.c.id == id_, subscriber.c.status == before, not_(stands_against))
        .values(status="active", confirmed=now)
    )
    if changed.rowcount == 0:
        return False
    record(connection, [(id_, event)])
    return True
