"""The lives of posts, from exports to the terminal."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import insert

from inkwright.cli.main import main
from inkwright.flows.ledger import ledger_of
from inkwright.flows.post_life import post_lives
from inkwright.flows.readings import Wanted, import_readings
from inkwright.ledger.tables import click, issue, link
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OUT = date(2025, 10, 1)


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = 'base_url = "https://me.example"\ntimezone = "Europe/Oslo"\n'
    (tmp_path / "inkwright.toml").write_text(text, encoding="utf-8")
    (tmp_path / "posts").mkdir()
    for name, day in (("kv-cache", OUT.isoformat()), ("nan", "2026-11-10"), ("unread", "2026-01-01")):
        front = f"---\ntitle: About {name} in a long title that does not fit the table\ndate: {day}\n---\n\nText.\n"
        (tmp_path / "posts" / f"{name}.md").write_text(front, encoding="utf-8")
    return open_workspace(tmp_path)


def fill(blog):
    """A log as a table: each day one view from search, a burst from a share at the start."""
    rows = ["page,date,views,referrer"]
    for age in range((date.fromisoformat(TODAY) - OUT).days + 1):
        day = OUT + timedelta(age)
        burst = {0: 60, 1: 20}.get(age, 0)
        rows.append(f"/posts/kv-cache/,{day},{1 + burst + 2 * (age == 3)},")
        rows.append(f"/posts/kv-cache/,{day},1,https://www.google.com/")
        rows += [f"/posts/kv-cache/,{day},{burst},news.ycombinator.com"] if burst else []
    rows.append("/posts/nan/,2026-11-10,12,")
    blog.path("log.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    import_readings(blog, str(blog.path("log.csv")), Wanted(source="log"), NOW)


def mailed(blog, moment, url, kind="human", times=1):
    ledger = ledger_of(blog)
    with ledger.write() as connection:
        made = {"slug": f"l{times}", "state": "sent", "made": NOW, "frozen_at": NOW, "subject": "S", "body": b"x",
                "body_sha256": "y", "audience": 1}  # fmt: skip
        id_ = connection.execute(insert(issue).values(made).returning(issue.c.id)).scalar_one()
        to = connection.execute(insert(link).values(issue=id_, url=url).returning(link.c.id)).scalar_one()
        connection.execute(insert(click), [{"link": to, "kind": kind, "at": moment}] * times)
    ledger.close()


def halves(one):
    return {half.kind: (half.views, half.days) for half in one.halves}


def test_search_lives_on_and_shares_die(blog):
    fill(blog)
    young, old = post_lives(blog, TODAY).posts
    assert (old.id, old.missing, old.sources, old.views) == ("kv-cache", "", ("log",), 417 + 80 + 2)
    assert halves(old) == {"all": (447, 142), "search": (365, 183), "social": (80, 1), "direct": (2, None)}
    assert (young.id, young.age, [period.label for period in young.periods]) == ("nan", 11, ["week 1", "week 2"])
    assert [one.id for one in post_lives(blog, TODAY, "nan").posts] == ["nan"]
    assert post_lives(blog, TODAY, "unread").posts == ()
    with pytest.raises(UsageError):
        post_lives(blog, TODAY, "nothing")


def test_links_that_were_followed_in_letters_are_no_longer_nowhere(blog):
    fill(blog)
    moment = datetime(2025, 10, 3, 23, 30, tzinfo=UTC)  # the fourth of October in Oslo
    mailed(blog, moment, "https://me.example/posts/kv-cache/?utm_source=newsletter")
    mailed(blog, moment, "https://me.example/posts/kv-cache/", kind="scanner", times=2)
    (_, old) = post_lives(blog, TODAY).posts
    assert old.periods[0].views == {"search": 7, "social": 80, "newsletter": 1, "direct": 1}
    assert old.views == 499


def test_as_text_and_as_json(blog):
    run = CliRunner().invoke
    assert "No readings by day yet" in run(main, ["stats", "life"]).output
    fill(blog)
    assert run(main, ["stats", "life", "unread"]).output.startswith("Nobody counted unread by day")
    every = run(main, ["stats", "life"]).output
    assert "Too early to compare: 2 of 6 posts" in every and "1 post a year old and counted throughout" in every
    one = run(main, ["stats", "life", "kv-cache"]).output
    assert "Shares: 80 views, 18% of them; half within 1 day" in one
    found = json.loads(run(main, ["stats", "life", "--format", "json"]).output)
    assert found["version"] == 1 and [row["id"] for row in found["life"]["posts"]] == ["nan", "kv-cache"]


def test_a_post_without_a_beginning_has_no_life(blog):
    for name, front, said in (
        ("soon", "date: soon", "no `date` that is a day"), ("bare", "slug: bare", "no `date` that is a day"),
        ("begun", "date: 2026-01-01\ndraft: true", r"it is not out yet \(draft\)"),
        ("later", "date: 2027-01-01", "it is not out yet"),
    ):  # fmt: skip
        blog.write(f"posts/{name}.md", f"---\ntitle: T\n{front}\n---\n\nText.\n")
        with pytest.raises(UsageError, match=said):
            post_lives(open_workspace(blog.root), TODAY, name)
