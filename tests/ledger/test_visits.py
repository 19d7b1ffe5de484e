from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, text

from inkwright.ledger import visits
from inkwright.ledger.open import Ledger
from inkwright.ledger.tables import click, delivery, issue

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_views_and_visitors_by_day(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for day, path, new in (("2026-11-21", "/a/", True), ("2026-11-21", "/a/", False), ("2026-11-22", "/a/", True)):
            visits.count_visit(connection, day, path, new_visitor=new)
        assert visits.visits(connection, "2026-11-01") == [("2026-11-21", "/a/", 1, 2), ("2026-11-22", "/a/", 1, 1)]
        assert visits.visits(connection, "2026-11-22") == [("2026-11-22", "/a/", 1, 1)]


def test_paths_that_somebody_makes_up_do_not_fill_the_ledger(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "PATHS", 3)
    with ledger.write() as connection:
        for number in range(9):
            visits.count_visit(connection, "2026-11-21", f"/{number}", new_visitor=True)
        visits.count_visit(connection, "2026-11-21", "/0", new_visitor=False)
        found = {path: (visitors, views) for _, path, visitors, views in visits.visits(connection, "")}
    assert found == {"/0": (1, 2), "/1": (1, 1), "/2": (1, 1), "*": (6, 6)}


def test_opens_by_who_opened(ledger: Ledger) -> None:
    with ledger.write() as connection:
        connection.execute(insert(issue).values(id=1, slug="a", state="draft", made=NOW))
        for day, kind in (
            ("2026-11-21", "human"),
            ("2026-11-21", "human"),
            ("2026-11-22", "human"),
            ("2026-11-22", "scanner"),
        ):
            assert visits.count_open(connection, 1, day, kind)
        assert visits.opens(connection, 1) == {"human": 3, "scanner": 1}
        assert not visits.count_open(connection, 2, "2026-11-21", "human")


def test_links_by_number_only(ledger: Ledger) -> None:
    with ledger.write() as connection:
        connection.execute(insert(issue).values(id=1, slug="a", state="draft", made=NOW))
        number = visits.keep_link(connection, 1, "https://me.dev/post/")
        assert visits.keep_link(connection, 1, "https://me.dev/post/") == number
        assert visits.keep_link(connection, 1, "https://me.dev/other/") != number
        assert visits.link_target(connection, number) == ("https://me.dev/post/", 1)
        assert visits.link_target(connection, 999) is None
        visits.count_click(connection, number, "human", NOW, 5)
        assert connection.execute(select(click.c.link, click.c.sub, click.c.kind)).one() == (number, 5, "human")


def test_when_an_issue_went_to_a_reader(ledger: Ledger) -> None:
    with ledger.write() as connection:
        connection.execute(insert(issue).values(id=1, slug="a", state="draft", made=NOW))
        connection.execute(insert(delivery).values(issue=1, sub=5, addr="a@b.org", state="sent", sent_at=NOW))
        assert visits.sent_at(connection, 1, 5) == NOW
        assert visits.sent_at(connection, 1, 6) is None


def test_nothing_that_says_who(ledger: Ledger) -> None:
    """The tables of counts have no column for an address of the network or a browser."""
    with ledger.read() as connection:
        for table in ("visit_day", "open_day", "click"):
            columns = set(connection.execute(text(f"SELECT * FROM {table}")).keys())
            assert columns <= {"day", "path", "visitors", "views", "issue", "kind", "count", "id", "link", "sub", "at"}
