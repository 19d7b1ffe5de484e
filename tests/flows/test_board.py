"""`board`: every post under its stage, computed from what its files say."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.board import command
from inkwright.flows.board import board
from inkwright.flows.build import build
from inkwright.flows.new import new
from inkwright.model.post import STAGES
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
SENTENCE = "The cache holds forty pages and drops the oldest one when a new page comes in."
DESCRIPTION = (
    "Forty pages fit into our cache. This post shows which one goes when a new page comes, and why the oldest page is "
    "the wrong choice for most of us."
)
PUBLISHED = f"""---
title: How our cache drops pages
date: 2026-01-02
slug: cache
description: {DESCRIPTION}
tags: [cache]
---

{SENTENCE}

{SENTENCE.replace("forty", "sixty")}

{SENTENCE.replace("oldest", "largest")}

{SENTENCE.replace("cache", "buffer")}
"""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(blog: Path, name: str, text: str) -> None:
    (blog / "posts" / f"{name}.md").write_text(text, encoding="utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


def stages(blog: Path) -> dict[str, str]:
    return {row.id: row.stage for row in board(open_workspace(blog), TODAY).posts}


def test_no_posts(blog: Path) -> None:
    assert 'inkwright new "' in run().output
    assert json.loads(run("--format", "json").output) == {"version": 1, "posts": [], "unreadable": []}


def test_a_post_rises_with_its_files(blog: Path) -> None:
    new(open_workspace(blog), "Fresh", "opinion", TODAY)
    assert stages(blog) == {"fresh": "idea"}
    place = blog / "posts" / "fresh" / "index.md"
    place.write_text(place.read_text("utf-8").replace("tags: []", "tags: [gpu]"), "utf-8")
    assert stages(blog) == {"fresh": "grouped"}
    write(blog, "done", PUBLISHED)
    assert stages(blog)["done"] == "proofed", "not built yet"
    build(open_workspace(blog), TODAY)
    assert stages(blog) == {"done": "published", "fresh": "grouped"}
    write(blog, "done", PUBLISHED.replace("tags:", "draft: true\ntags:"))
    assert stages(blog)["done"] == "proofed"


def test_running_snippets_is_a_gate_of_its_own(blog: Path) -> None:
    write(blog, "code", PUBLISHED + "\n```python\nprint(1)\n```\n")
    (row,) = board(open_workspace(blog), TODAY).posts
    assert [gate.stage for gate in row.open] == ["evidenced"]
    assert row.open[0].command == "inkwright run code"
    assert row.stage == "proofed"


def test_rows_carry_words_budget_date_and_the_next_gate(blog: Path) -> None:
    new(open_workspace(blog), "Fresh", "opinion", TODAY)
    place = blog / "posts" / "fresh" / "index.md"
    place.write_text(place.read_text("utf-8").replace("template:", "publish_by: 2026-12-01\ntemplate:"), "utf-8")
    (row,) = json.loads(run("--format", "json").output)["posts"]
    assert (row["id"], row["words"], row["budget"], row["publish_by"]) == ("fresh", 0, [1000, 1550], "2026-12-01")
    assert [gate["stage"] for gate in row["gates"]] == list(STAGES)
    assert row["next"]["stage"] == "grouped"
    shown = run().output
    assert "idea (1)" in shown
    assert "  fresh  0 of 1000-1550 words\n" in shown
    assert "2026-12-01" in shown
    assert "next: grouped" in shown


def test_further_stages_first_then_by_date(blog: Path) -> None:
    write(blog, "z", PUBLISHED)
    for name, due in (("b", "2027-01-01"), ("a", ""), ("c", "2026-12-01")):
        write(blog, name, f"---\ntitle: T\ndraft: true\npublish_by: {due}\n---\n\nShort.\n")
    assert list(stages(blog)) == ["z", "c", "b", "a"]


def test_an_unreadable_post_is_named_and_the_others_shown(blog: Path) -> None:
    write(blog, "done", PUBLISHED)
    (blog / "posts" / "bad.md").write_bytes(b"\xff\xfe\x00")
    result = run()
    assert result.exit_code == 0
    assert "done" in result.output
    assert "posts/bad.md" in result.stderr
    assert len(json.loads(run("--format", "json").stdout)["unreadable"]) == 1


def test_a_broken_record_is_named_and_the_other_posts_shown(blog: Path) -> None:
    write(blog, "done", PUBLISHED)
    write(blog, "other", PUBLISHED.replace("slug: cache", "slug: other"))
    (blog / "inkwright" / "posts").mkdir(parents=True)
    (blog / "inkwright" / "posts" / "done.toml").write_text("planning = 3\n", encoding="utf-8")
    assert list(stages(blog)) == ["other"]
    assert "inkwright/posts/done.toml: `planning` must be a table" in run().stderr


def test_board_writes_nothing(blog: Path) -> None:
    write(blog, "done", PUBLISHED)
    before = {path: path.read_bytes() for path in blog.rglob("*") if path.is_file()}
    run()
    assert {path: path.read_bytes() for path in blog.rglob("*") if path.is_file()} == before


def test_posts_of_every_strange_kind_have_a_stage(blog: Path) -> None:
    texts = (
        "", "---\n---\n", "---\ntitle: a: b\n---\n", "# T\n", "## A\n<!-- plan\n- x\n", "\x0c\u202e\n",
        "---\ntemplate: theirs\n---\n", "---\nthesis: [1, 2]\nwhat: {a: b}\npublish_by: [x]\ntags: 3\n---\n\nx\n",
    )  # fmt: skip
    for number, text in enumerate(texts):
        write(blog, f"odd-{number}", text)
    assert len(stages(blog)) == len(texts)
    assert run().exit_code == 0


def test_the_date_to_publish_by_and_a_low_interest_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    head = "publish_by: 2026-11-25\ninterest: 2\n"
    (tmp_path / "posts" / "a.md").write_text(f"---\ntitle: A\ndraft: true\n{head}---\n\nWords.\n", encoding="utf-8")
    (tmp_path / "posts" / "b.md").write_text(
        f"---\ntitle: B\ndate: 2026-11-01\n{head}---\n\nWords.\n", encoding="utf-8"
    )
    rows = {row.id: row for row in board(open_workspace(tmp_path), "2026-11-21").posts}
    assert rows["a"].due == "Publish by 2026-11-25 (in 4 days): good enough is enough."
    assert (rows["a"].interest, rows["b"].due) == (2, ""), "what is published has no date to keep"
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(command, catch_exceptions=False).output
    assert "you rated your interest 2 of 5" in shown
    assert "2026-11-25" in shown
