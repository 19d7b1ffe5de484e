"""The keys that tokens are sealed with, and the one that addresses are hashed with. All are made on first use."""

import hashlib
import hmac
import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from inkwright.ledger.once import insert_once
from inkwright.ledger.tables import secret
from inkwright.model.subscriber import Key

LIVE = 2
"""Signing keys that are good at a time: the newest signs, both are accepted."""
_BYTES = 32


def signing_keys(connection: Connection, now: datetime) -> tuple[Key, ...]:
    """The live keys, newest first: one, or two after a rotation. The first is made when there is none, so the
    connection must be one that writes."""
    found = _live(connection)
    return found or (_make(connection, now),)


def every_signing_key(connection: Connection) -> tuple[Key, ...]:
    """All keys that ever signed, newest first: a link to leave holds for ever, whatever was rotated since."""
    asked = select(secret.c.id, secret.c.value, secret.c.made).where(secret.c.kind == "signing")
    return tuple(
        Key(row.id, bytes(row.value), row.made) for row in connection.execute(asked.order_by(secret.c.id.desc()))
    )


def rotate(connection: Connection, now: datetime) -> tuple[Key, ...]:
    """Make a new signing key and retire all but it and the one before; the live ones. Tokens of a retired key end,
    but for the links to leave (`every_signing_key`)."""
    _make(connection, now)
    for key in _live(connection, 1000)[LIVE:]:
        connection.execute(update(secret).where(secret.c.id == key.id).values(retired=now))
    return _live(connection)


def address_key(connection: Connection, now: datetime) -> bytes:
    """The key of `address_hash`. It never changes: what was suppressed must stay known."""
    found = known_address_key(connection)
    if found is None:
        made = {"kind": "address", "value": secrets.token_bytes(_BYTES), "made": now}
        connection.execute(insert_once(connection, secret).values(made))
        found = known_address_key(connection)
        assert found is not None
    return found


def known_address_key(connection: Connection) -> bytes | None:
    """The same where it was made already, None before that; for what only reads."""
    found = connection.execute(select(secret.c.value).where(secret.c.kind == "address")).scalar()
    return bytes(found) if found else None


def address_hash(key: bytes, email_norm: str) -> bytes:
    """32 bytes that tell an address again without holding it (HMAC-SHA256).

    **Source:** RFC 2104; a plain hash of an address could be found by trying addresses.
    """
    return hmac.digest(key, email_norm.encode("utf-8"), hashlib.sha256)


def _live(connection: Connection, limit: int = LIVE) -> tuple[Key, ...]:
    statement = (
        select(secret.c.id, secret.c.value, secret.c.made)
        .where(secret.c.kind == "signing", secret.c.retired.is_(None))
        .order_by(secret.c.id.desc())
        .limit(limit)
    )
    return tuple(Key(row.id, bytes(row.value), row.made) for row in connection.execute(statement))


def _make(connection: Connection, now: datetime) -> Key:
    value = secrets.token_bytes(_BYTES)
    made = connection.execute(insert(secret).values(kind="signing", value=value, made=now).returning(secret.c.id))
    return Key(int(made.scalar_one()), value, now)
