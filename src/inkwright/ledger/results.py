"""What came of the issues that were sent: how many got each, opened it, followed a link."""

from collections.abc import Iterator
from datetime import UTC, tzinfo
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from inkwright.ledger.tables import click, delivery, issue, link, open_day


class Result(NamedTuple):
    """One issue: its slug, subject and the ISO day of its freeze, how many were sent, openings by who opened (empty
    where none was counted) and clicks by who clicked."""

    slug: str
    subject: str
    day: str
    sent: int
    opens: dict[str, int]
    clicks: dict[str, int]


def results(connection: Connection, zone: tzinfo = UTC) -> Iterator[Result]:
    """Every issue of which a mail went out, oldest first; moments become days in a time zone."""
    sent = select(func.count()).where(delivery.c.issue == issue.c.id, delivery.c.state == "sent").scalar_subquery()
    asked = select(issue.c.id, issue.c.slug, issue.c.subject, issue.c.frozen_at, sent.label("sent"))
    for row in connection.execute(asked.where(issue.c.frozen_at.is_not(None)).order_by(issue.c.id)).all():
        if row.sent:
            opened = select(open_day.c.kind, func.sum(open_day.c.count)).where(open_day.c.issue == row.id)
            clicked = select(click.c.kind, func.count()).join(link, link.c.id == click.c.link)
            yield Result(
                row.slug, row.subject, row.frozen_at.astimezone(zone).date().isoformat(), row.sent,
                _counts(connection, opened.group_by(open_day.c.kind)),
                _counts(connection, clicked.where(link.c.issue == row.id).group_by(click.c.kind)),
            )  # fmt: skip


def tracked(connection: Connection) -> bool:
    """Whether openings or clicks were ever counted here."""
    return any(connection.execute(select(table).limit(1)).first() for table in (open_day, link))


def _counts(connection: Connection, asked: object) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in connection.execute(asked)}  # type: ignore[call-overload]
