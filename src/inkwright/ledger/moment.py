"""How the ledger keeps a moment: whole microseconds since 1970 UTC, so that both databases compare them alike."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.types import TypeDecorator

_START = datetime(1970, 1, 1, tzinfo=UTC)
_STEP = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A point in time: an aware `datetime` in Python (UTC when it comes back), a whole number in the database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        """The number of a moment. Raises ValueError for a time without its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment in the ledger needs its time zone")
        return (value - _START) // _STEP

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        """The moment of a number, in UTC."""
        return None if value is None else _START + timedelta(microseconds=value)
