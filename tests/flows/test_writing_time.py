"""How often posts come and how long each took, from the files."""

import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.writing_time import cadence_of, lead_times
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    (tmp_path / "log").mkdir()
    for name, day in (("one", "2026-08-01"), ("two", "2026-09-01"), ("three", "2026-10-01"), ("four", "2026-11-01")):
        (tmp_path / "posts" / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: {day}\n---\n\nText.\n")
    (tmp_path / "posts" / "draft.md").write_text("---\ntitle: Draft\ndraft: true\n---\n\nText.\n")
    (tmp_path / "ideas.md").write_text("- 2026-10-02 what fails [to:: four]\n")
    (tmp_path / "log" / "2026-10-20.md").write_text("- 14:00-15:30 wrote [[four]] +300 words (0→300)\n")
    return open_workspace(tmp_path)


def test_posts_by_the_month_with_a_step(blog):
    found, days = cadence_of(blog, TODAY)
    assert (found.posts, found.every, found.step, found.due) == (4, 31, 28, "2026-11-29")
    assert days[-1] == "2026-11-01" and found.months[-2:] == (("2026-10", 1), ("2026-11", 1))
    blog.write("inkwright.toml", "[plan]\nevery = 14\n")
    assert cadence_of(open_workspace(blog.root), TODAY)[0].ground == "goal"


def test_the_time_a_post_took(blog):
    newest = lead_times(blog, TODAY)[0]
    assert (newest.id, newest.from_idea, newest.from_start, newest.minutes) == ("four", 30, 12, 90)
    assert lead_times(blog, TODAY)[1].from_idea is None


def test_as_text_and_as_json(blog):
    text = CliRunner().invoke(main, ["stats"]).output
    assert "4 posts published, the last on 2026-11-01" in text and "30 days from idea to post, 1.5 hours a post" in text
    found = json.loads(CliRunner().invoke(main, ["stats", "writing", "--format", "json"]).output)
    assert found["cadence"]["every"] == 31 and found["posts"][0]["minutes"] == 90


def test_a_goal_below_nothing_is_said(blog):
    blog.write("inkwright.toml", "[plan]\nevery = -1\n")
    done = CliRunner().invoke(main, ["stats"])
    assert "`plan.every` is a number of days" in str(done.exception)
