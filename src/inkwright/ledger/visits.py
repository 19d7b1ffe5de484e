"""What was counted of visits, opened mails and followed links: numbers by day. No address, no browser stands here."""

from datetime import datetime

from sqlalchemy import Connection, exists, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from inkwright.ledger.tables import click, delivery, issue, link, open_day, visit_day

PATHS = 2000
"""Paths that are counted on one day; more are counted together under `PATHS_BEYOND`. **Source:** own choice: a blog has
fewer, and a stranger who makes them up cannot fill the ledger."""
PATHS_BEYOND = "*"


def count_visit(connection: Connection, day: str, path: str, *, new_visitor: bool) -> None:
    """Count one view of a page, and its visitor when they were not there on that day."""
    known = exists().where(visit_day.c.day == day, visit_day.c.path == path)
    if not connection.execute(select(known)).scalar():
        paths = select(func.count()).select_from(visit_day).where(visit_day.c.day == day)
        path = path if connection.execute(paths).scalar_one() < PATHS else PATHS_BEYOND
    upsert = _insert(connection)(visit_day).values(day=day, path=path, visitors=int(new_visitor), views=1)
    added = {
        "visitors": visit_day.c.visitors + upsert.excluded.visitors, "views": visit_day.c.views + upsert.excluded.views,
    }  # fmt: skip
    connection.execute(upsert.on_conflict_do_update(index_elements=["day", "path"], set_=added))


def visits(connection: Connection, since: str) -> list[tuple[str, str, int, int]]:
    """Day, path, visitors and views from a day (`2026-11-21`) on, by day and path."""
    asked = (
        select(visit_day.c.day, visit_day.c.path, visit_day.c.visitors, visit_day.c.views)
        .where(visit_day.c.day >= since)
        .order_by(visit_day.c.day, visit_day.c.path)
    )
    return [tuple(row) for row in connection.execute(asked)]


def count_open(connection: Connection, issue_: int, day: str, kind: str) -> bool:
    """Count one opening of an issue by who opened it; False when there is no such issue."""
    if not connection.execute(select(exists().where(issue.c.id == issue_))).scalar():
        return False
    upsert = _insert(connection)(open_day).values(issue=issue_, day=day, kind=kind, count=1)
    added = {"count": open_day.c.count + 1}
    connection.execute(upsert.on_conflict_do_update(index_elements=["issue", "day", "kind"], set_=added))
    return True


def opens(connection: Connection, issue_: int) -> dict[str, int]:
    """How often an issue was opened, by who opened it."""
    asked = select(open_day.c.kind, func.sum(open_day.c.count)).where(open_day.c.issue == issue_)
    return {row[0]: int(row[1]) for row in connection.execute(asked.group_by(open_day.c.kind))}


def link_target(connection: Connection, link_: int) -> tuple[str, int] | None:
    """Where a stored link leads, and its issue; None for a number that none has."""
    row = connection.execute(select(link.c.url, link.c.issue).where(link.c.id == link_)).first()
    return None if row is None else (row.url, row.issue)


def keep_link(connection: Connection, issue_: int, url: str) -> int:
    """The number of a link of an issue; kept when it is new."""
    known = select(link.c.id).where(link.c.issue == issue_, link.c.url == url)
    found = connection.execute(known).scalar()
    if found is not None:
        return int(found)
    return int(connection.execute(insert(link).values(issue=issue_, url=url).returning(link.c.id)).scalar_one())


def count_click(connection: Connection, link_: int, kind: str, now: datetime, subscriber: int | None = None) -> None:
    """Count that a link was followed, by whom where that is known."""
    connection.execute(insert(click).values(link=link_, sub=subscriber, kind=kind, at=now))


def sent_at(connection: Connection, issue_: int, subscriber: int) -> datetime | None:
    """When an issue went to a reader, None where it did not."""
    asked = select(delivery.c.sent_at).where(delivery.c.issue == issue_, delivery.c.sub == subscriber)
    found: datetime | None = connection.execute(asked).scalar()
    return found


def _insert(connection: Connection) -> type[postgresql.Insert] | type[sqlite.Insert]:
    return postgresql.Insert if connection.dialect.name == "postgresql" else sqlite.Insert
