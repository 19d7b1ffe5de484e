"""Putting in a row that somebody else may put in at the same moment: on both databases whoever comes second does
nothing."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = postgresql.Insert | sqlite.Insert


def insert_once(connection: Connection, table: Table) -> Insert:
    """An INSERT into a table that does nothing where a unique column holds that value already. On PostgreSQL it waits
    for another transaction that puts in the same."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
