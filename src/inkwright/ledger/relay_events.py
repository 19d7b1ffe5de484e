"""What was told of mail after the relay took it: each event once, however often a relay tells it."""

from datetime import datetime

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from inkwright.ledger.tables import delivery, relay_event
from inkwright.model.feedback import Feedback, SoftBounce


def record_event(
    connection: Connection, told: Feedback, now: datetime, subscriber: int | None = None, issue: int | None = None
) -> bool:
    """Keep an event; False when it was told before, and then nothing is to be done."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    new = (
        insert(relay_event)
        .values(provider=told.provider, event_id=told.event_id, kind=told.kind, issue=issue or None, sub=subscriber,
                at=now, detail=told.said[:300])
        .on_conflict_do_nothing(index_elements=["provider", "event_id"])
        .returning(relay_event.c.id)
    )  # fmt: skip
    return connection.execute(new).first() is not None


def soft_bounces(connection: Connection, subscriber: int, since: datetime) -> list[SoftBounce]:
    """The soft bounces of a reader from a moment on, oldest first."""
    found = (
        select(relay_event.c.issue, relay_event.c.at)
        .where(relay_event.c.sub == subscriber, relay_event.c.kind == "soft", relay_event.c.at >= since)
        .order_by(relay_event.c.at)
    )
    return [SoftBounce(row.issue or 0, row.at) for row in connection.execute(found)]


def taken_by_relay(connection: Connection, subscriber: int, since: datetime) -> list[SoftBounce]:
    """Which issues the relay took for a reader from a moment on, and when; some may have bounced since."""
    found = select(delivery.c.issue, delivery.c.sent_at).where(
        delivery.c.sub == subscriber, delivery.c.state == "sent", delivery.c.sent_at >= since
    )
    return [SoftBounce(row.issue, row.sent_at) for row in connection.execute(found)]


def count_events(connection: Connection, since: datetime) -> dict[str, int]:
    """How many events of each kind there were from a moment on, by kind."""
    asked = (
        select(relay_event.c.kind, func.count())
        .where(relay_event.c.at >= since)
        .group_by(relay_event.c.kind)
        .order_by(relay_event.c.kind)
    )
    return {row[0]: row[1] for row in connection.execute(asked)}
