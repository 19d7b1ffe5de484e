"""What the tests of the ledger put in it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from inkwright.ledger.consent import ask, confirm
from inkwright.ledger.keys import address_hash, address_key
from inkwright.model.subscriber import Address

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def later(days: float) -> datetime:
    return NOW + timedelta(days=days)


def hashed(connection: Connection, email: str) -> bytes:
    return address_hash(address_key(connection, NOW), email.lower())


def reader(connection: Connection, email: str, tags: tuple[str, ...] = (), active: bool = True, name: str = "") -> int:
    """The id of a reader who asked, and agreed when `active`."""
    address = Address(email, email.lower())
    asked = ask(connection, address, hashed(connection, email), NOW, name=name, tags=tags, source="form")
    assert asked.subscriber is not None
    if active:
        assert confirm(connection, asked.subscriber, NOW, "form")
    return asked.subscriber
