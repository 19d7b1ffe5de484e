"""Small facts about the ledger itself, above all that it was brought back from a backup."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from inkwright.ledger.tables import issue as issues
from inkwright.ledger.tables import meta

_RESTORED = "restored"
_AGREED = "agreed-"
_WENT_OUT = "went-out-"


def restored_at(connection: Connection) -> datetime | None:
    """When this ledger was last brought back from a backup, None when it never was.

    An issue that was fixed before that is not sent without being asked: it may have gone out since the copy was made.
    """
    found = get_mark(connection, _RESTORED)
    return datetime.fromisoformat(found) if found else None


def set_restored(connection: Connection, now: datetime) -> None:
    """Remember that the ledger was brought back: after all that was frozen in it, also by a clock that ran ahead."""
    latest = connection.execute(select(func.max(issues.c.frozen_at))).scalar()
    at = now if latest is None else max(now, latest + timedelta(microseconds=1))
    set_mark(connection, _RESTORED, at.astimezone(UTC).isoformat())


def agreed_at(connection: Connection, issue: int) -> datetime | None:
    """When the owner last said that an issue goes on although there was a doubt, None when they never did."""
    found = get_mark(connection, f"{_AGREED}{issue}")
    return datetime.fromisoformat(found) if found else None


def set_agreed(connection: Connection, issue: int, now: datetime) -> None:
    """Remember that the owner said so, after the last time that the ledger was brought back: who runs unattended need
    not ask again."""
    at = max(now, restored_at(connection) or now)
    set_mark(connection, f"{_AGREED}{issue}", at.astimezone(UTC).isoformat())


def went_out(connection: Connection, base: str) -> int:
    """How many have an issue of a post that went out after the copy was made that this ledger was brought back from."""
    return int(get_mark(connection, f"{_WENT_OUT}{base}") or 0)


def set_went_out(connection: Connection, base: str, readers: int) -> None:
    """Remember it, so that the post is not sent a second time unasked."""
    set_mark(connection, f"{_WENT_OUT}{base}", str(readers))


def get_mark(connection: Connection, key: str) -> str:
    """A fact by its name, "" when it is not there."""
    return str(connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar() or "")


def set_mark(connection: Connection, key: str, value: str) -> None:
    """Keep a fact; "" forgets it."""
    connection.execute(delete(meta).where(meta.c.key == key))
    if value:
        connection.execute(insert(meta).values(key=key, value=value))
