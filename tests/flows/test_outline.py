"""`outline`: what it shows, what its verbs change, and what happens when the file moved on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.outline import command
from inkwright.flows.new import new
from inkwright.flows.outline_edit import add_bullet
from inkwright.model.errors import ConflictError, UsageError
from inkwright.workspace.folder import Workspace, open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path)
    new(open_workspace(tmp_path), "My post", "tutorial", TODAY)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


def post(blog: Path) -> str:
    return (blog / "posts" / "my-post" / "index.md").read_text(encoding="utf-8")


def test_seven_rows_with_their_ranges(blog: Path) -> None:
    shown = run("my-post").output
    rows = [line.split("  ") for line in shown.splitlines()[3:10]]
    assert [row[0].strip() for row in rows] == list("1234567")
    for title, budget in (("Problem", "100-150"), ("Step-by-step", "800-1500"), ("Next steps", "100")):
        assert any(title in line and budget in line for line in shown.splitlines())
    assert any(line.split() == ["whole", "post", "1450-2550", "0"] for line in shown.splitlines())


def test_breaches_carry_the_line_of_the_file(blog: Path) -> None:
    shown = run("my-post").output
    lines = post(blog).splitlines()
    at = lines.index("## Problem") + 1
    assert f"line {at}: `Problem` has no bullets: plan 2 or 3" in shown
    thesis = next(number for number, line in enumerate(lines, 1) if line.startswith("thesis:"))
    assert f"line {thesis}: `thesis` is empty" in shown


def test_breaches_are_advice_unless_strict(blog: Path) -> None:
    assert run("my-post").exit_code == 0
    assert run("my-post", "--strict").exit_code == 1


def test_json_has_sections_bullets_and_breaches(blog: Path) -> None:
    run("my-post", "add", "2", "why it is slow", "--note", "kv")
    found = json.loads(run("my-post", "--format", "json").output)
    assert (found["version"], found["id"], found["template"], found["budget"]) == (
        1,
        "my-post",
        "tutorial",
        [1450, 2550],
    )
    assert (found["unwritten"], found["words"]) == (1, 0)
    (bullet,) = found["sections"][1]["bullets"]
    line = post(blog).splitlines()[bullet["line"] - 1]
    assert line == "- why it is slow [[kv]]"
    assert {breach["kind"] for breach in found["breaches"]} == {"block", "thesis", "reader", "bullets", "parts"}


@pytest.mark.parametrize(
    "args",
    [
        ("my-post", "add", "2", "a", "point"),
        ("my-post#2", "add", "a", "point"),
        ("add", "my-post#2", "a", "point"),
        ("my-post", "add", "my-post#2", "a point"),
        ("posts/my-post/index.md", "add", "prerequisites", "a point"),
    ],
)
def test_ways_to_add(blog: Path, args: tuple[str, ...]) -> None:
    before = post(blog)
    assert run(*args).exit_code == 0
    at = before.index("-->\n\n## Architecture")
    assert post(blog) == f"{before[:at]}- a point\n{before[at:]}"


def test_a_note_alone_is_a_bullet_that_says_its_title(blog: Path) -> None:
    assert "there is no note `kv`" in str(run("add", "my-post#2", "--note", "kv").exception)
    (blog / "notes").mkdir()
    (blog / "notes" / "kv.md").write_text("# Why the cache lies\n", encoding="utf-8")
    assert run("add", "my-post#2", "--note", "kv").exit_code == 0
    assert "- Why the cache lies [[kv]]\n" in post(blog)


def test_move_and_drop(blog: Path) -> None:
    for text in ("one", "two"):
        run("my-post", "add", "1", text)
    before = post(blog)
    assert run("my-post", "move", "1/2", "4").exit_code == 0
    assert run("my-post", "move", "4/1", "1/1").exit_code == 0
    assert run("my-post", "move", "1/1", "1").exit_code == 0
    assert post(blog) == before
    assert run("my-post", "drop", "1/2").exit_code == 0
    assert post(blog) == before.replace("- two\n", "")


def test_what_is_written_counts_and_what_is_not_is_listed(blog: Path) -> None:
    run("my-post", "add", "1", "eviction is global")
    run("my-post", "add", "1", "a bill of 9,400 euros")
    text = post(blog)
    at = text.index("-->\n\n## Prerequisites") + len("-->\n")
    (blog / "posts" / "my-post" / "index.md").write_text(
        text[:at] + "\nEviction is a global matter.\n" + text[at:], "utf-8"
    )
    shown = run("my-post").output
    assert "1 of 2" in shown
    assert "1/2  a bill of 9,400 euros" in shown
    assert "eviction is global" not in shown


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("my-post", "shuffle", "1"), "`shuffle` is nothing"),
        (("my-post", "move", "1/1"), "`move` needs other words"),
        (("my-post", "add", "1"), "`add` needs other words"),
        (("my-post", "move", "1/1", "2"), "has no bullet 1"),
        (("my-post", "add", "12", "x"), "no section `12`"),
        (("nothing-like-it",), "there is no post"),
    ],
)
def test_wrong_use_is_one_sentence_and_writes_nothing(blog: Path, args: tuple[str, ...], said: str) -> None:
    before = post(blog)
    result = run(*args)
    assert isinstance(result.exception, UsageError)
    assert said in str(result.exception)
    assert post(blog) == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace(blog)
    mine = post(blog) + "\nWritten in another editor.\n"
    write = Workspace.write

    def late(self: Workspace, path: str, text: str, expected: str | None = None) -> None:
        (blog / "posts" / "my-post" / "index.md").write_text(mine, encoding="utf-8")
        write(self, path, text, expected)

    monkeypatch.setattr(Workspace, "write", late)
    with pytest.raises(ConflictError, match="changed on disk"):
        add_bullet(workspace, "my-post", "1", "x")
    assert post(blog) == mine


def test_in_a_foreign_repository_the_plan_comes_from_the_record(blog: Path) -> None:
    (blog / "hugo.toml").write_text("", encoding="utf-8")
    (blog / "content").mkdir()
    new(open_workspace(blog), "Their post", "opinion", TODAY)
    record = blog / "inkwright" / "posts" / "posts" / "their-post.toml"
    record.write_text(record.read_text("utf-8").replace('thesis = ""', 'thesis = "Seeds matter."'), "utf-8")
    shown = run("their-post").output
    assert "· opinion" in shown
    assert "`thesis` is empty" not in shown
    assert "`what` is empty" in shown
    assert "are kept in inkwright/posts/posts/their-post.toml" in shown


def test_outside_a_workspace_a_file_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loose.md").write_text("## A\n\nWords here.\n", encoding="utf-8")
    assert "A" in run("loose.md").output
    assert [path.name for path in tmp_path.iterdir()] == ["loose.md"]
