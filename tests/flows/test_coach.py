"""The programme, judged by real files."""

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.coach import command
from inkwright.flows.coach import coach
from inkwright.flows.demo import lay_out
from inkwright.flows.idea import capture_idea
from inkwright.flows.today import steps
from inkwright.measure.programme import programme
from inkwright.model.programme import Progress
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
SHORT = "---\ntitle: Short\ndate: 2026-11-20\n---\n\n" + "One word after another makes a post in the end. " * 40
TUTORIAL = (
    "---\ntitle: Long\ndate: 2026-11-20\n---\n\n## Steps\n\n"
    + "One word after another makes a post in the end. " * 160
    + "\n\n```python\nprint(1)\n```\n\n```mermaid\ngraph LR; A-->B\n```\n"
)


@pytest.fixture
def blog(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    return open_workspace(tmp_path)


def states(workspace):
    return {one.step.name: one.state for one in coach(workspace, TODAY)}


def test_an_empty_folder_begins_with_a_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert states(open_workspace(tmp_path))["place"] == "next"
    shown = CliRunner().invoke(command, []).output
    assert shown.startswith("→ A place to write") and "inkwright init my-blog" in shown


def test_every_file_moves_it_on(blog):
    assert states(blog)["ideas"] == "next"
    for no in range(5):
        capture_idea(blog, f"idea {no}", TODAY)
    assert states(blog)["first"] == "next"
    blog.write("posts/short.md", SHORT)
    assert states(blog)["first"] == "done" and states(blog)["tutorial"] == "next"
    assert "begin a tutorial" in [step.what for step in steps(blog, TODAY)]
    blog.write("posts/tutorial.md", TUTORIAL)
    assert states(blog)["tutorial"] == "done" and states(blog)["comparison"] == "next"
    blog.write("posts/tutorial.md", TUTORIAL.replace("title", "draft: true\ntitle", 1))
    found = {one.step.name: one for one in coach(blog, TODAY)}
    assert found["tutorial"].evidence.endswith("lacks publishing")


def test_the_demo_is_through_with_the_posts(tmp_path):
    found = {one.step.name: one for one in coach(lay_out(str(tmp_path / "demo")), TODAY)}
    assert all(found[name].state == "done" for name in ("place", "ideas", "first", "tutorial", "comparison"))
    assert "bound numbers" in found["comparison"].evidence


def test_the_goal_is_next_once_all_else_is_done(monkeypatch):
    near = tuple(
        Progress(step, "done" if step.minutes else "next", "" if step.minutes else "3 of 6") for step in programme()
    )
    monkeypatch.setattr("inkwright.cli.commands.coach.coach", lambda workspace, day: near)
    shown = CliRunner().invoke(command, []).output
    assert "→ Six posts in three months" in shown and "-> inkwright portfolio" in shown and "(about 0" not in shown
