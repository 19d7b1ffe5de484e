"""A walk through the notes that nothing uses."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.review import command
from inkwright.flows.review import drop, group, keep, waiting
from inkwright.flows.topics import topics
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.review import load_review
from inkwright.workspace.topics import load_topics


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for folder in ("posts", "notes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts/one.md").write_text("---\ntitle: One\n---\n\n<!-- plan\n- x [[used]]\n-->\n")
    for name in ("used", "a", "b", "c"):
        (tmp_path / f"notes/{name}.md").write_text(f"# Note {name}\n\nText of {name}.\n")
    (tmp_path / "notes/bound.md").write_text("---\nproject: triton\n---\n\nx\n")
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def left(blog: Workspace) -> list[str]:
    return [note.path for note in waiting(blog)]


def test_exactly_the_notes_that_nothing_uses(blog: Workspace) -> None:
    assert left(blog) == ["notes/a.md", "notes/b.md", "notes/c.md"]
    keep(blog, "notes/a.md")
    drop(blog, "notes/b.md")
    group(blog, "notes/c.md", "Caches")
    assert left(blog) == []
    blog.path("notes/new.md").write_text("x\n")
    assert left(blog) == ["notes/new.md"]


def test_a_group_is_a_topic_and_is_found_again_in_any_case(blog: Workspace) -> None:
    group(blog, "notes/a.md", "Caches")
    group(blog, "notes/b.md", " caches ")
    assert [(one.name, one.notes) for one in load_topics(blog)[0]] == [("Caches", ("notes/a.md", "notes/b.md"))]
    with pytest.raises(UsageError, match="a topic needs a name"):
        group(blog, "notes/c.md", " ")


def test_the_name_of_a_topic_that_was_found_keeps_its_notes_together(blog: Workspace) -> None:
    for name in ("warp", "lanes", "tiles"):
        blog.path(f"notes/{name}.md").write_text(f"# {name} of a gpu kernel\n\nThe gpu kernel has threads in a warp.\n")
    before = {one.label: {member.path for member in one.members} for one in topics(blog)[0]}
    assert before["GPU programming"] == {"notes/warp.md", "notes/lanes.md", "notes/tiles.md"}
    group(blog, "notes/a.md", "gpu programming")
    kept = load_topics(blog)[0]
    assert [one.name for one in kept] == ["GPU programming"]
    assert set(kept[0].notes) == {*before["GPU programming"], "notes/a.md"}


def test_one_key_each_and_no_note_is_changed(blog: Workspace) -> None:
    before = {path: path.read_bytes() for path in blog.root.glob("*/*.md")}
    done = CliRunner().invoke(command, input="x\n\nk\ng\nGPU memory\ns\n", catch_exceptions=False)
    assert "2 decided, 1 left." in done.output
    assert load_review(blog)[0].kept == ("notes/a.md",)
    assert load_topics(blog)[0][0].notes == ("notes/b.md",)
    assert left(blog) == ["notes/c.md"]
    assert {path: path.read_bytes() for path in blog.root.glob("*/*.md")} == before


def test_the_end_of_the_input_ends_the_walk(blog: Workspace) -> None:
    done = CliRunner().invoke(command, input="g\n\n", catch_exceptions=False)
    assert "0 decided, 3 left." in done.output
    assert len(left(blog)) == 3


def test_what_was_answered_outlives_a_kill(blog: Workspace) -> None:
    walk = subprocess.Popen(
        [sys.executable, "-u", "-m", "inkwright", "review"],
        cwd=blog.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert walk.stdin
    assert walk.stdout
    walk.stdin.write("d\n")
    walk.stdin.flush()
    while not walk.stdout.readline().startswith("2/3"):
        assert walk.poll() is None
    walk.kill()
    walk.communicate()
    assert load_review(blog)[0].dropped == ("notes/a.md",)
    assert left(blog) == ["notes/b.md", "notes/c.md"]


def test_list_and_json_ask_nothing_and_decide_nothing(blog: Workspace) -> None:
    listed = CliRunner().invoke(command, ["--list"], input="k\n", catch_exceptions=False).output
    assert listed.splitlines()[0].startswith("notes/a.md")
    rows = json.loads(CliRunner().invoke(command, ["--format", "json"], catch_exceptions=False).output)["notes"]
    assert [row["path"] for row in rows] == ["notes/a.md", "notes/b.md", "notes/c.md"]
    assert not blog.path("inkwright/review.toml").exists()


@pytest.mark.parametrize("text", ["kept = 3\n", "kept = [1]\n", "kept = [\n"])
def test_a_file_that_cannot_be_understood_is_named(blog: Workspace, text: str) -> None:
    blog.path("inkwright").mkdir()
    blog.path("inkwright/review.toml").write_text(text)
    with pytest.raises(UnreadableError, match=r"inkwright/review\.toml"):
        waiting(blog)


def test_open_ideas_of_30_days_come_up_again(blog: Workspace) -> None:
    lines = [
        "- 2020-01-02 oldest",
        "- 2020-01-03 second",
        "- 2020-01-04 third",
        "- 2020-01-05 fourth",
        "- [x] 2020-01-01 done",
    ]
    blog.path("ideas.md").write_text("\n".join(lines) + "\n")
    said = CliRunner().invoke(command, ["--list"], catch_exceptions=False).output
    assert "Open for 30d or longer:" in said and "oldest" in said and "fourth" not in said and "done" not in said
    assert "-> inkwright ideas --stale 30d (1 more)" in said
    data = json.loads(CliRunner().invoke(command, ["--format", "json"], catch_exceptions=False).output)
    assert [row["text"] for row in data["ideas"]] == ["oldest", "second", "third", "fourth"]
    blog.path("ideas.md").write_text(f"- {date.today().isoformat()} new\n")
    assert "Open for" not in CliRunner().invoke(command, ["--list"], catch_exceptions=False).output
