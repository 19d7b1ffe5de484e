"""What the author of an old post answered is not named again until something new happens."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inkwright.flows import stale_look as flow
from inkwright.flows.readings import Wanted, import_readings
from inkwright.flows.stale import stale
from inkwright.flows.stale_mark import mark
from inkwright.model.errors import UnreadableError
from inkwright.model.net import LinkAnswer
from inkwright.workspace.folder import Workspace, open_workspace

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
TODAY = "2026-11-21"
DEAD = {"https://gone.dev/x": LinkAnswer("dead", "404 Not Found")}
POST = """---
title: The tools of 2024
date: 2024-01-02
---

It runs with Triton 2.1, reads [this](https://gone.dev/x) and takes 45 ms<!--=r.json#a .0f ms--> now.
"""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/old.md").write_text(POST, encoding="utf-8")
    (tmp_path / "posts/r.json").write_text('{"a": 46}', encoding="utf-8")
    has(monkeypatch, "3.2.0")
    return open_workspace(tmp_path)


def has(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(flow, "version_of", lambda name: version if name == "Triton" else "")


def kinds(blog: Workspace, today: str = TODAY) -> list[str]:
    return [sign.kind for post in stale(open_workspace(blog.root), today, answers=DEAD) for sign in post.signs]


def test_what_was_named_is_answered_and_stays_away(blog: Workspace) -> None:
    assert kinds(blog) == ["data", "link", "version", "year"]
    done = mark(blog, "old", "Tried again, all holds.", NOW, "Ann", DEAD)
    assert [one.kind for one in done.signs] == ["data", "link", "version", "year"]
    assert kinds(blog) == kinds(blog, "2028-05-20") == []
    again = mark(open_workspace(blog.root), "old", "Once more.", NOW, "Ann", {})
    assert again.signs == () and kinds(blog) == []


def test_what_is_new_is_named(blog: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(blog, "old", "Tried again, all holds.", NOW, "Ann", DEAD)
    has(monkeypatch, "3.2.9")
    assert kinds(blog) == []
    has(monkeypatch, "3.3.0")
    assert kinds(blog) == ["version"]
    blog.write("posts/r.json", '{"a": 47}')
    assert kinds(blog) == ["data", "version"]
    found = DEAD | {"https://gone.dev/y": LinkAnswer("dead", "404 Not Found")}
    blog.write("posts/old.md", blog.read("posts/old.md").text + "\nAnd [that](https://gone.dev/y).\n")
    signs = [sign for post in stale(open_workspace(blog.root), TODAY, answers=found) for sign in post.signs]
    assert [sign.kind for sign in signs] == ["data", "link", "version"] and "gone.dev/y" in signs[1].message


def test_an_answer_holds_eighteen_months(blog: Workspace) -> None:
    mark(blog, "old", "Tried again, all holds.", NOW, "Ann", DEAD)
    assert kinds(blog, "2028-05-21") == ["data", "link", "version", "year"]


def test_a_fall_is_named_again_when_readers_had_a_quarter_to_come_back(blog: Workspace) -> None:
    rows = [f"/posts/old/,2026-{month:02}-{day:02},9" for month in (6, 7, 8) for day in range(1, 20)]
    rows += [f"/about/,2026-{month:02}-{day:02},1" for month in (9, 10, 11) for day in (1, 15)]
    blog.path("v.csv").write_text("page,date,views\n" + "\n".join(rows) + "\n", encoding="utf-8")
    import_readings(blog, str(blog.path("v.csv")), Wanted(), NOW)
    assert "traffic" in kinds(blog)
    mark(blog, "old", "Still holds.", NOW, "Ann", DEAD)
    assert kinds(blog) == []
    text = blog.read("posts/old.md").text
    blog.write("posts/old.md", text.replace("updated: 2026-11-21", "updated: 2026-08-20"))
    assert kinds(blog) == ["traffic"]


def test_a_record_that_cannot_be_read_keeps_no_other_post_from_being_named(blog: Workspace) -> None:
    blog.write("posts/of-2023.md", "---\ntitle: The tools of 2023\ndate: 2023-01-02\n---\n\nText.\n")
    blog.write("inkwright/posts/old.toml", "no toml")
    assert kinds(blog) == ["year"]
    with pytest.raises(UnreadableError):
        stale(open_workspace(blog.root), TODAY, ("old",))
