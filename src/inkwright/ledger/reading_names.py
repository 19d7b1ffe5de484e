"""Which post a page was of when its readings came, for pages whose post has another address now."""

from collections.abc import Mapping

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from inkwright.ledger.tables import reading_page

_AT_ONCE = 100


def remembered(connection: Connection) -> dict[str, tuple[str, str]]:
    """Page -> the id of its post then, and the digest of what the post said."""
    c = reading_page.c
    return {page: (post, text) for page, post, text in connection.execute(select(c.page, c.post, c.text))}


def remember(connection: Connection, found: Mapping[str, tuple[str, str]]) -> None:
    """Write down which post each page is of, in place of what was known before."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    rows = [{"page": page, "post": post, "text": text} for page, (post, text) in found.items()]
    for at in range(0, len(rows), _AT_ONCE):
        upsert = insert(reading_page).values(rows[at : at + _AT_ONCE])
        new = {"post": upsert.excluded.post, "text": upsert.excluded.text}
        connection.execute(upsert.on_conflict_do_update(index_elements=["page"], set_=new))
