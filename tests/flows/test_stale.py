"""`stale` on a workspace."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inkwright.flows.load import load_site
from inkwright.flows.readings import Wanted, import_readings
from inkwright.flows.stale import paths_of, stale
from inkwright.flows.stale_steps import stale_steps
from inkwright.model.errors import UsageError
from inkwright.model.net import LinkAnswer
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    posts = {
        "good.md": "---\ntitle: Good\ndate: 2026-01-01\n---\n\nAll holds.\n",
        "link.md": "---\ntitle: L\ndate: 2026-01-02\n---\n\nSee [it](https://gone.dev/x).\n",
        "year.md": "---\ntitle: The tools of 2024\ndate: 2024-01-02\n---\n\nText.\n",
        "draft.md": "---\ntitle: The tools of 2023\ndraft: true\n---\n\nText.\n",
        "num.md": "---\ntitle: N\ndate: 2026-01-02\n---\n\nIt takes 45 ms<!--=r.json#a .0f ms--> now.\n",
    }
    for name, text in posts.items():
        (tmp_path / "posts" / name).write_text(text, encoding="utf-8")
    (tmp_path / "posts/r.json").write_text('{"a": 46}', encoding="utf-8")
    return tmp_path


def test_published_posts_with_signs_gravest_first(blog: Path) -> None:
    answers = {"https://gone.dev/x": LinkAnswer("dead", "404 Not Found")}
    found = stale(open_workspace(blog), TODAY, answers=answers)
    assert [(post.id, [(sign.kind, sign.line) for sign in post.signs]) for post in found] == [
        ("num", [("data", 6)]), ("link", [("link", 6)]), ("year", [("year", 1)]),
    ]  # fmt: skip
    assert [post.id for post in stale(open_workspace(blog), TODAY)] == ["num", "year"]
    assert [post.id for post in stale(open_workspace(blog), TODAY, ("year", "good"))] == ["year"]
    assert len(paths_of(open_workspace(blog), TODAY)) == 4


def test_a_post_that_nobody_sees_yet_is_named_so(blog: Path) -> None:
    with pytest.raises(UsageError, match="it is not published"):
        stale(open_workspace(blog), TODAY, ("draft",))


def counted(blog: Path, rows: list[str], source: str = "table") -> None:
    (blog / "views.csv").write_text("page,date,views\n" + "\n".join(rows) + "\n", encoding="utf-8")
    wanted = Wanted(source=source)
    import_readings(open_workspace(blog), str(blog / "views.csv"), wanted, datetime(2026, 11, 21, tzinfo=UTC))


def test_whose_readers_went_away(blog: Path) -> None:
    rows = [f"/posts/good/,2026-07-{day:02},9" for day in range(1, 29)]
    rows += [f"/about/,2026-{month:02}-15,1" for month in (8, 9, 10)]
    counted(blog, [*rows, "/posts/good/,2026-11-01,40", "/posts/year/,2026-11-02,7", "/posts/num/,2026-11-02,0"])
    found = {post.id: post for post in stale(open_workspace(blog), TODAY)}
    assert [sign.message for sign in found["good"].signs] == [
        "40 views in the last three months, 252 in the three before (table)"
    ]
    assert (found["year"].views, found["num"].views) == (7, 0)


def test_who_has_no_readers_left_where_others_are_still_counted(blog: Path) -> None:
    rows = [f"/posts/good/,2026-07-{day:02},9" for day in range(1, 29)]
    rows += [f"/posts/link/,2026-{month:02}-15,30" for month in (8, 9, 10, 11)]
    counted(blog, rows)
    found = {post.id: post for post in stale(open_workspace(blog), TODAY)}
    assert found["good"].signs[0].message == "0 views in the last three months, 252 in the three before (table)"
    assert found["good"].views == 0 and "link" not in found
    said = stale_steps(open_workspace(blog), load_site(open_workspace(blog), TODAY), TODAY)
    assert [one.what for one in said] == ["see what in good has aged"] and said[0].why == found["good"].signs[0].message


def test_nobody_counted_is_no_fall(blog: Path) -> None:
    counted(blog, [f"/posts/good/,2026-07-{day:02},9" for day in range(1, 29)])
    assert "good" not in {post.id for post in stale(open_workspace(blog), TODAY)}
    assert stale_steps(open_workspace(blog), load_site(open_workspace(blog), TODAY), TODAY) == []


def test_a_second_tiny_source_hides_no_fall(blog: Path) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (7, 8, 9, 10, 11) for day in range(1, 21)]
    counted(blog, [f"/posts/good/,{day},{10 if day < '2026-08-22' else 1}" for day in days], "log")
    counted(blog, [f"/posts/good/,{day},1" for day in days], "tiny")
    (found,) = stale(open_workspace(blog), TODAY, ("good",))
    assert found.signs[0].message == "60 views in the last three months, 400 in the three before (log)"


def test_views_that_are_only_told_by_referrer_count(blog: Path) -> None:
    rows = [f"/posts/good/,2026-07-{day:02},{views},{came}" for day in range(1, 21)
            for views, came in ((3, "google.com"), (2, "lobste.rs"))]  # fmt: skip
    rows += [f"/posts/num/,2026-{month:02}-15,1,google.com" for month in (8, 9, 10, 11)]
    (blog / "r.csv").write_text("page,date,views,referrer\n" + "\n".join(rows) + "\n", encoding="utf-8")
    import_readings(open_workspace(blog), str(blog / "r.csv"), Wanted(), datetime(2026, 11, 21, tzinfo=UTC))
    (found,) = stale(open_workspace(blog), TODAY, ("good",))
    assert found.signs[0].message == "0 views in the last three months, 100 in the three before (table)"


def test_the_command_line(blog: Path) -> None:
    def inkwright(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "inkwright", "stale", *words]
        return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)

    rows = json.loads(inkwright("--format", "json").stdout)
    assert rows["version"] == 1 and [row["id"] for row in rows["posts"]] == ["num", "year"]
    assert "posts/num.md:6: " in inkwright().stdout
    assert inkwright("--mark", "year").returncode == inkwright("--note", "x").returncode == 2
    done = inkwright("--mark", "year", "--note", "Still the same tools.")
    text = (blog / "posts/year.md").read_text(encoding="utf-8")
    assert done.returncode == 0 and "updated: 20" in text and ': Still the same tools."' in text and "changes:" in text
    assert "Answered, and not named again until it changes: its title says 2024, which has passed" in done.stdout
    assert "year.md" not in inkwright().stdout and inkwright("year", "--mark", "num", "--note", "x").returncode == 2
    (blog / "posts/num.md").unlink()
    assert inkwright().stdout == "Nothing shows its age.\n"
