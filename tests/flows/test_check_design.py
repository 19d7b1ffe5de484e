"""What `check` says about a design: its drawings, its table, its history."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.flows.check_design import design_of
from inkwright.model.design import NO_DESIGN
from inkwright.process.git import first_commit
from inkwright.text.markdown import parse
from inkwright.workspace.folder import open_workspace

FRONT = "---\ntitle: A queue on disk\ntemplate: project\ncompanion: ../../code\n---\n\n"
CHART = "```mermaid\nflowchart LR\n    accTitle: Queue to worker\n    queue --> worker\n```\n\n"
TABLE = "| component | role | input | output |\n|---|---|---|---|\n| queue | a | b | c |\n| worker | a | b | c |\n"
SCENE = json.dumps(
    {
        "elements": [
            {"type": "text", "text": "queue"},
            {"type": "text", "text": "the\nworker"},
            {"type": "rectangle", "width": 9, "height": 9},
            {"type": "text", "text": "gone", "isDeleted": True},
        ]
    }
)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts/queue").mkdir(parents=True)
    (tmp_path / "code").mkdir()
    (tmp_path / "code/queue.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "posts/queue/index.md").write_text(FRONT + CHART + TABLE, encoding="utf-8")
    return tmp_path


def commit(blog: Path, day: str, *paths: str) -> None:
    told = {"NAME": "a", "EMAIL": "a@x.org", "DATE": f"{day}T12:00:00+0000"}
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in told.items()}
    for words in (("init", "-q"), ("add", *paths), ("commit", "-q", "-m", "x")):
        subprocess.run(["git", *words], cwd=blog, env={**os.environ, **who}, check=True, capture_output=True)


def said(blog: Path, rule: str) -> list[str]:
    (checked,) = check([str(blog / "posts/queue/index.md")], "2026-11-21", force=True)
    return [finding.message for finding in checked.findings if finding.rule == rule]


def rewrite(blog: Path, old: str, new: str) -> None:
    post = blog / "posts/queue/index.md"
    text = post.read_text(encoding="utf-8")
    assert old in text
    post.write_text(text.replace(old, new), encoding="utf-8")


def test_a_part_missing_from_table_or_diagram_is_named(blog: Path) -> None:
    assert said(blog, "missing-component") == []
    rewrite(blog, "queue --> worker", "queue --> worker --> cache")
    rewrite(blog, "| worker | a", "| clock | x | y | z |\n| worker | a")
    assert said(blog, "missing-component") == [
        "“cache” is in the diagram and has no row in the table of components",
        "“clock” is in the table of components and in no diagram",
    ]


def test_the_labels_of_a_drawing_count(blog: Path) -> None:
    (blog / "posts/queue/parts.excalidraw").write_text(SCENE, encoding="utf-8")
    rewrite(blog, CHART, "![Queue and worker](parts.excalidraw)\n\n")
    workspace = open_workspace(blog)
    design = design_of(workspace, parse(workspace.read("posts/queue/index.md")), "posts/queue/index.md")
    assert design.drawn == {"parts.excalidraw": ("queue", "the worker")}
    assert said(blog, "missing-component") == []
    rewrite(blog, "| worker |", "| worker | a | b | c |\n| cache |")
    assert said(blog, "missing-component") == ["“cache” is in the table of components and in no diagram"]


def test_a_drawing_that_is_none_is_passed_over(blog: Path) -> None:
    (blog / "posts/queue/parts.excalidraw").write_text("{", encoding="utf-8")
    rewrite(blog, CHART, CHART + "![Parts](parts.excalidraw)\n\n")
    assert said(blog, "missing-component") == []


def test_code_before_the_blueprint_is_told(blog: Path) -> None:
    assert said(blog, "late-blueprint") == []
    commit(blog, "2026-01-05", "code")
    assert said(blog, "late-blueprint") == [
        "the code in ../../code began on 2026-01-05, no commit holds the blueprint yet: draw first the next time"
    ]
    commit(blog, "2026-02-01", "posts")
    assert "the blueprint on 2026-02-01" in said(blog, "late-blueprint")[0]


def test_a_blueprint_before_the_code_is_fine(blog: Path) -> None:
    commit(blog, "2026-01-05", "posts")
    commit(blog, "2026-02-01", "code")
    rewrite(blog, "queue --> worker", "queue --> worker --> worker")
    commit(blog, "2026-03-01", "posts")
    assert said(blog, "late-blueprint") == []


def test_no_history_no_drawing_or_no_folder_say_nothing(blog: Path) -> None:
    workspace = open_workspace(blog)

    def design() -> object:
        return design_of(workspace, parse(workspace.read("posts/queue/index.md")), "posts/queue/index.md")

    assert design() == NO_DESIGN
    commit(blog, "2026-01-05", "code")
    assert design() != NO_DESIGN
    rewrite(blog, CHART, "")
    assert design() == NO_DESIGN
    rewrite(blog, "companion: ../../code", "companion: https://example.org/x")
    assert design() == NO_DESIGN


def test_a_first_commit_follows_a_rename(blog: Path) -> None:
    commit(blog, "2026-01-05", "posts")
    first = first_commit(blog / "posts/queue/index.md")
    (blog / "posts/queue/index.md").rename(blog / "posts/queue/new.md")
    commit(blog, "2026-02-01", "-A", "posts")
    assert first_commit(blog / "posts/queue/new.md") == first > 0
    assert first_commit(blog / "posts/queue/new.md", "flowchart LR") == first
    assert first_commit(blog / "posts/queue/new.md", "nowhere in it") == 0
    assert first_commit(blog / "posts") > 0
    assert first_commit(blog / "code") == 0
