"""What came of mails, recomputed from a ledger with known truth."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from sqlalchemy import insert

from inkwright.cli.main import main
from inkwright.flows.ledger import ledger_of
from inkwright.flows.newsletter_stats import mail_results
from inkwright.ledger.readings import keep
from inkwright.ledger.tables import click, delivery, issue, link, open_day
from inkwright.model.reading import Reading
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
AT = datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    for name in ("kv-cache", "nan"):
        (tmp_path / "posts" / f"{name}.md").write_text(
            f"---\ntitle: {name}\npillar: GPU\ndate: 2026-11-01\n---\n\nText.\n"
        )
    return open_workspace(tmp_path)


def sent(connection, slug, readers, opens=(), clicks=0, at=AT):
    made = {"slug": slug, "state": "sent", "made": at, "frozen_at": at, "subject": f"About {slug}", "body": b"x",
            "body_sha256": "y", "audience": readers}  # fmt: skip
    id_ = connection.execute(insert(issue).values(made).returning(issue.c.id)).scalar_one()
    for sub in range(readers + 1):
        state = {"state": "sent", "sent_at": AT} if sub < readers else {"state": "failed", "sent_at": None}
        connection.execute(insert(delivery).values(issue=id_, sub=sub, addr="", **state))
    for kind, count in opens:
        connection.execute(insert(open_day).values(issue=id_, day="2026-11-02", kind=kind, count=count))
    if clicks:
        to = connection.execute(
            insert(link).values(issue=id_, url="https://x.example").returning(link.c.id)
        ).scalar_one()
        connection.execute(insert(click), [{"link": to, "kind": "human", "at": AT}] * clicks)
        connection.execute(insert(click).values(link=to, kind="scanner", at=AT))


def test_nothing_went_out(blog):
    assert mail_results(blog, TODAY) == []
    assert "No mail went out yet" in CliRunner().invoke(main, ["stats", "newsletter"]).output


def test_people_and_programs_are_told_apart(blog):
    ledger = ledger_of(blog)
    with ledger.write() as connection:
        sent(connection, "kv-cache", 20, [("human", 6), ("proxy", 2), ("mpp", 5), ("scanner", 9)], clicks=3)
        sent(connection, "kv-cache#2", 4)
    ledger.close()
    again, first = mail_results(blog, TODAY)
    assert (first.post, first.pillar, first.sent, first.opens_low, first.opens_high, first.clicks) == (
        "kv-cache", "GPU", 20, 8, 13, 3,
    )  # fmt: skip
    assert (again.sent, again.opens_low, again.clicks) == (4, None, None)
    text = CliRunner().invoke(main, ["stats", "newsletter"]).output
    assert "8-13" in text and "40% (22%-61%)" in text and "Openings are inflated" in text and "2 of 6 issues" in text
    found = json.loads(CliRunner().invoke(main, ["stats", "newsletter", "--format", "json"]).output)
    assert found["pillars"][0]["clicked"]["value"] == 0.15


def test_mails_of_other_platforms_count_too(blog):
    ledger = ledger_of(blog)
    with ledger.write() as connection:
        found = [Reading("substack:nan", "sent", 90, "2026-10-01"), Reading("substack:nan", "opens", 30, "2026-10-01"),
                 Reading("substack:nan", "opens", 6, "2026-10-02")]  # fmt: skip
        keep(connection, "substack", found)
    ledger.close()
    (one,) = mail_results(blog, TODAY)
    assert (one.source, one.post, one.day, one.sent, one.opens_low, one.clicks) == (
        "substack", "nan", "2026-10-01", 90, 36, None,
    )  # fmt: skip


def test_a_year_ends_where_the_blog_is(blog):
    ledger = ledger_of(blog)
    with ledger.write() as connection:
        sent(connection, "kv-cache", 20, [("human", 20)], at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    ledger.close()
    assert [one.day for one in mail_results(blog, TODAY)] == ["2025-12-31"]
    blog.write("inkwright.toml", 'timezone = "Europe/Berlin"\n')
    there = open_workspace(blog.root)
    assert [one.day for one in mail_results(there, TODAY)] == ["2026-01-01"]
    text = CliRunner().invoke(main, ["stats", "newsletter"]).output
    assert "2026  1       20  100% (84%-100%)" in text and "Openings are inflated" in text
