"""Which single views of pages were counted: marks by source, page and day in UTC. What a mark is, is not known here."""

from collections.abc import Mapping

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from inkwright.ledger.tables import reading_mark

Place = tuple[str, str]
"""A page and an ISO day in UTC."""
_AT_ONCE = 100


def marks(connection: Connection, source: str, first: str, last: str) -> dict[Place, bytes]:
    """The marks of a source from one ISO day in UTC to another, both included."""
    c = reading_mark.c
    asked = select(c.page, c.day, c.marks).where(c.source == source, c.day >= first, c.day <= last)
    return {(page, day): bytes(packed) for page, day, packed in connection.execute(asked)}


def keep_marks(connection: Connection, source: str, found: Mapping[Place, bytes]) -> None:
    """Write marks down in place of those that are there for the same page and day."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    rows = [{"source": source, "page": page, "day": day, "marks": found[page, day]} for page, day in found]
    for at in range(0, len(rows), _AT_ONCE):
        upsert = insert(reading_mark).values(rows[at : at + _AT_ONCE])
        connection.execute(
            upsert.on_conflict_do_update(
                index_elements=["source", "page", "day"], set_={"marks": upsert.excluded.marks}
            )
        )


def forget_marks(connection: Connection, source: str) -> None:
    """Delete the marks of a source."""
    connection.execute(reading_mark.delete().where(reading_mark.c.source == source))
