"""Coming back to a post or a project."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.resume import OUTPUT, command
from inkwright.flows.idea import capture_idea
from inkwright.flows.log import write_log
from inkwright.flows.resume import resume
from inkwright.flows.write import beat, begin, finish
from inkwright.model.errors import ConflictError, UsageError
from inkwright.workspace.folder import Workspace, open_workspace

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
POST = """---
title: Tiles
project: triton
---

## Why
<!-- section: why 100-150 -->
<!-- plan
- the tile decides everything [[tiles]]
- ? does it hold on CPU
-->

The first paragraph about the tile that decides everything.

## End

The last paragraph.
"""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    for folder in ("posts", "notes/deep"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "posts/tile-sizes.md").write_text(POST)
    (tmp_path / "notes/deep/tiles.md").write_text("# Tiles\n\nFrom https://example.org/tiles.\n")
    (tmp_path / "notes/warps.md").write_text("---\ntags: [triton]\n---\n\nWarps.\n")
    (tmp_path / "notes/other.md").write_text("On triton, in passing.\n")
    monkeypatch.chdir(tmp_path)
    blog = open_workspace(tmp_path)
    for day in range(7):
        write_log(blog, f"line {day}", NOW - timedelta(days=9 - day), "triton")
    write_log(blog, "lunch", NOW)
    capture_idea(blog, "show the table twice", "2026-11-20", to="triton")
    return blog


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


def test_a_project_with_its_five_blocks(blog: Workspace) -> None:
    found = resume(blog, "triton", "2026-11-21").resume
    assert (found.kind, found.posts) == ("project", ("posts/tile-sizes.md",))
    assert [line.text for line in found.log] == [f"line {day}" for day in range(2, 7)]
    assert [(line.line, line.text) for line in found.questions] == [(10, "does it hold on CPU")]
    assert {note.path for note in found.notes} == {"notes/deep/tiles.md", "notes/warps.md"}
    assert [line.text for line in found.ideas] == ["show the table twice"]
    assert found.last and (found.last.line, found.last.text) == (17, "The last paragraph.")
    assert found.next and found.next.what == "answer “does it hold on CPU”"


def test_a_post_by_the_beginning_of_its_name(blog: Workspace) -> None:
    found = resume(blog, "tile", "2026-11-21").resume
    assert (found.name, found.kind) == ("tile-sizes", "post")
    assert len(found.log) == 5, "the log of its project is the log of the post"


def test_the_paragraph_of_the_last_session(blog: Workspace) -> None:
    begun = begin(blog, "tile-sizes", NOW)
    blog.path("posts/tile-sizes.md").write_text(POST.replace("The first", "My very first"))
    session, document = beat(blog, begun.session, begun.document, NOW + timedelta(minutes=5))
    found = resume(blog, "", "2026-11-21").resume
    assert found.name == "tile-sizes" and found.next and found.next.what == "go on with tile-sizes"
    assert found.last and found.last.text.startswith("My very first")
    finish(blog, session, document, NOW + timedelta(minutes=9))
    found = resume(blog, "", "2026-11-21").resume
    assert found.name == "tile-sizes" and found.last and found.last.text.startswith("My very first")
    blog.path("posts/tile-sizes.md").write_text(POST)
    again = resume(blog, "tile-sizes", "2026-11-21").resume.last
    assert again and again.text == "The last paragraph.", "a paragraph that is gone is not shown"


def test_a_project_without_posts(blog: Workspace) -> None:
    write_log(blog, "is it worth it?", NOW, "kite")
    found = resume(blog, "Kite", "2026-11-21").resume
    assert (found.name, found.posts, found.last) == ("kite", (), None)
    assert found.next and found.next.command == "inkwright new kite"
    assert [line.text for line in found.questions] == ["is it worth it?"]
    assert "no post yet" in run("kite").output


def test_nothing_of_that_name(blog: Workspace) -> None:
    with pytest.raises(UsageError, match=r"no post `nope`, and no project of that name.*log: triton"):
        resume(blog, "nope", "2026-11-21")


def test_nothing_to_come_back_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/inkwright.toml").write_text("")
    with pytest.raises(UsageError, match="nothing to come back to yet"):
        resume(open_workspace(tmp_path / "new"), "", "2026-11-21")


def test_text_json_and_pack(blog: Workspace) -> None:
    text = run("triton", "--pack", "pack.md").output
    for block in ("Log", "Open questions", "Linked notes", "Last paragraph", "Next step"):
        assert f"\n{block}\n" in text
    pack = blog.read("pack.md").text
    assert "- [x] the tile decides everything [[tiles]]" in pack and "https://example.org/tiles\n" in pack
    assert isinstance(run("triton", "--pack", "pack.md").exception, ConflictError), "a file that is there is kept"
    found = json.loads(run("triton", "--format", "json").output)
    assert (found["version"], found["kind"], found["last"]["line"]) == (1, "project", 17)
    assert next(iter(found)) == "version" and "version" in OUTPUT.__struct_fields__


def test_nothing_is_written_without_a_pack(blog: Workspace) -> None:
    before = {name: blog.read_bytes(name) for name in blog.files(("**",))}
    run("triton")
    assert {name: blog.read_bytes(name) for name in blog.files(("**",))} == before
