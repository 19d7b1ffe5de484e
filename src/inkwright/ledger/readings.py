"""Readings in the ledger: what other places counted of pages. Twice the same is one; a new value replaces the old."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from inkwright.ledger.reading_marks import forget_marks
from inkwright.ledger.tables import click, link, reading
from inkwright.model.reading import Reading, SourceCount

_KEY = ("source", "page", "metric", "over", "day", "referrer")
_AT_ONCE = 100
"""Readings in one statement; SQLite takes 999 values at least."""


def keep(connection: Connection, source: str, found: Sequence[Reading]) -> tuple[int, int, int]:
    """Write readings of a source down: how many were new, had another value before, were known as they are.

    Several of one page and day count as the last of them: `measure` hands in one of each.
    """
    rows = {_key(source, one): one.value for one in found}
    new = changed = 0
    keys = list(rows)
    for at in range(0, len(keys), _AT_ONCE):
        some = keys[at : at + _AT_ONCE]
        known = _known(connection, source, some)
        fresh = [key for key in some if known.get(key) != rows[key]]
        changed += sum(key in known for key in fresh)
        new += sum(key not in known for key in fresh)
        if fresh:
            insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
            upsert = insert(reading).values([dict(zip(_KEY, key, strict=True), value=rows[key]) for key in fresh])
            connection.execute(
                upsert.on_conflict_do_update(index_elements=list(_KEY), set_={"value": upsert.excluded.value})
            )
    return new, changed, len(rows) - new - changed


def readings(connection: Connection, source: str = "") -> Iterator[tuple[str, Reading]]:
    """Every reading with its source, by source, page and day; of one source when it is named."""
    asked = select(*(reading.c[name] for name in _KEY), reading.c.value).order_by(
        reading.c.source, reading.c.page, reading.c.day, reading.c.metric, reading.c.referrer, reading.c.over
    )
    for row in connection.execute(asked.where(reading.c.source == source) if source else asked):
        yield row.source, Reading(row.page, row.metric, row.value, row.day, row.over, row.referrer)


def known_values(connection: Connection, source: str, found: Sequence[Reading]) -> dict[Reading, int]:
    """What is there for those readings, by each of them with no value; those that are new are left out."""
    keys = {_key(source, one): replace(one, value=0) for one in found}
    there: dict[Reading, int] = {}
    asked = sorted(keys, key=lambda key: key[4])
    for at in range(0, len(asked), _AT_ONCE):
        there |= {keys[key]: value for key, value in _known(connection, source, asked[at : at + _AT_ONCE]).items()
                  if key in keys}  # fmt: skip
    return there


def daily_views(connection: Connection, since: str) -> Iterator[tuple[str, Reading]]:
    """The views of pages by day from an ISO day on, with their source: one for each page and day, the count of all, or
    the sum of those by referrer where there is none."""
    c = reading.c
    whole = func.sum(c.value).filter(c.referrer == "")
    asked = select(c.source, c.page, func.coalesce(whole, func.sum(c.value)), c.day).where(
        c.metric == "views", c.over == "day", c.day >= since
    )
    for source, page, value, day in connection.execute(asked.group_by(c.source, c.page, c.day)):
        yield source, Reading(page, "views", int(value), day)


def sources(connection: Connection) -> list[SourceCount]:
    """What there is of each source, by name."""
    c = reading.c
    asked = select(
        c.source, func.count(), func.count(c.page.distinct()), func.min(c.day), func.max(c.day)
    ).group_by(c.source).order_by(c.source)  # fmt: skip
    return [SourceCount(*row) for row in connection.execute(asked)]


def forget(connection: Connection, source: str) -> int:
    """Delete the readings of a source and what is known of the single views in them; how many readings there were."""
    forget_marks(connection, source)
    return connection.execute(reading.delete().where(reading.c.source == source)).rowcount


def forget_referrers(connection: Connection, source: str, places: Iterable[tuple[str, str]]) -> None:
    """Delete what a source counted by referrer, for pairs of page and ISO day."""
    c = reading.c
    for page, day in places:
        connection.execute(reading.delete().where(c.source == source, c.page == page, c.day == day, c.referrer != ""))


def followed(connection: Connection) -> Iterator[tuple[str, datetime]]:
    """Address and moment of every link of our letters that a person followed, in the order of time."""
    asked = select(link.c.url, click.c.at).join(click, click.c.link == link.c.id).where(click.c.kind == "human")
    for row in connection.execute(asked.order_by(click.c.at, click.c.id)):
        yield row.url, row.at


def _key(source: str, one: Reading) -> tuple[str, ...]:
    return (source, one.page, one.metric, one.over, one.day, one.referrer)


def _known(connection: Connection, source: str, keys: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """The values of those keys that are there."""
    c, pages = reading.c, {key[1] for key in keys}
    days = [key[4] for key in keys]
    asked = select(*(c[name] for name in _KEY), c.value).where(
        c.source == source, c.page.in_(pages), c.day >= min(days), c.day <= max(days)
    )
    return {tuple(row[:6]): row.value for row in connection.execute(asked)}
