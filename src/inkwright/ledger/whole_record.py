"""All that the ledger knows of one address: what a reader who asks for it is given."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from inkwright.ledger.consent import history
from inkwright.ledger.keys import address_hash, known_address_key
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppression_of
from inkwright.ledger.tables import click, delivery, issue, link, outbox, relay_event


def whole_record(connection: Connection, email_norm: str) -> dict[str, Any] | None:
    """What is known of an address as plain data, None for nothing. Of an erased one that is the suppression."""
    key = known_address_key(connection)
    stands = suppression_of(connection, address_hash(key, email_norm)) if key else None
    reader = find(connection, email_norm)
    if reader is None:
        return None if stands is None else {"suppressed": {"reason": stands.reason, "at": stands.at}}
    return {
        "email": reader.email, "name": reader.name, "status": reader.status, "created": reader.created,
        "confirmed": reader.confirmed, "tags": reader.tags,
        "suppressed": {"reason": stands.reason, "at": stands.at} if stands else None,
        "consent": [
            {"kind": one.kind, "at": one.at, "source": one.source, "form_version": one.form_version}
            for one in history(connection, reader.id)
        ],
        "deliveries": _rows(connection, _deliveries(reader.id)),
        "links_followed": _rows(connection, _clicks(reader.id)),
        "bounces": _of(connection, reader.id, relay_event.c.sub, (
            relay_event.c.provider, relay_event.c.kind, relay_event.c.at, relay_event.c.detail,
        )),
        "mails": _of(connection, reader.id, outbox.c.sub, (
            outbox.c.kind, outbox.c.state, outbox.c.made, outbox.c.attempts, outbox.c.payload, outbox.c.reply,
        )),
    }  # fmt: skip


def _deliveries(id_: int) -> Select[Any]:
    return (
        select(
            issue.c.slug.label("issue"), delivery.c.addr, delivery.c.state, delivery.c.attempts, delivery.c.sent_at,
            delivery.c.relay_reply,
        )
        .join(issue, issue.c.id == delivery.c.issue)
        .where(delivery.c.sub == id_)
        .order_by(issue.c.id)
    )  # fmt: skip


def _clicks(id_: int) -> Select[Any]:
    return select(link.c.url, click.c.kind, click.c.at).join(link).where(click.c.sub == id_).order_by(click.c.id)


def _of(
    connection: Connection, id_: int, sub: ColumnElement[Any], columns: Sequence[ColumnElement[Any]]
) -> list[dict[str, Any]]:
    return _rows(connection, select(*columns).where(sub == id_).order_by(*columns[:3]))


def _rows(connection: Connection, asked: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(asked)]
