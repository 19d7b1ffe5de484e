import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.board import board
from inkwright.workspace.folder import open_workspace

POSTS = {
    "one": "title: One\ndate: 2026-01-02\npillar: GPU",
    "two": "title: Two\ndate: 2026-02-02\npillar: gpu",
    "three": "title: Three\ndate: 2026-02-03\ntags: [a]",
    "four": "title: Four\ndate: 2026-02-03\ndraft: true\npillar: Evals",
}


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").write_text('pillars = ["GPU", "Evals"]\n')
    (tmp_path / "posts").mkdir()
    for name, front in POSTS.items():
        (tmp_path / "posts" / f"{name}.md").write_text(f"---\n{front}\n---\n\nSix words stand in this post.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    result = CliRunner().invoke(main, ["stats", "pillars", *args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_published_posts_count_by_pillar(blog):
    rows = {one["pillar"]: one for one in json.loads(run("--format", "json"))["pillars"]}
    assert rows["GPU"]["posts"] == 2 and rows["GPU"]["words"] == 12 and rows["GPU"]["last"] == "2026-02-02"
    assert rows["Evals"]["posts"] == 0 and rows[""]["posts"] == 1 and rows["GPU"]["share"] == 0.6667
    assert "(no pillar)" in run() and "67%" in run()
    assert json.loads(run("--drafts", "--format", "json"))["pillars"][1]["posts"] == 1


def test_nothing_declared_says_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert "No pillar yet" in run()


def test_the_board_asks_for_a_pillar_where_some_are_declared(blog):
    gates = {
        row.id: next(gate for gate in row.gates if gate.stage == "grouped")
        for row in board(open_workspace(blog), "2026-11-21").posts
    }
    assert gates["one"].passed and not gates["three"].passed and "no `pillar:` says" in gates["three"].missing
    (blog / "inkwright.toml").write_text("")
    gates = {
        row.id: next(gate for gate in row.gates if gate.stage == "grouped")
        for row in board(open_workspace(blog), "2026-11-21").posts
    }
    assert gates["three"].passed
