"""Which files a run rests on, and which of them changed."""

from pathlib import Path

import pytest

from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.inputs import changed, inputs_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for name in (
        "inkwright.toml", "uv.lock", "shared/x.csv", "posts/a/index.md", "posts/a/data.json", "posts/a/img/p.png",
        "posts/flat.md", "posts/near.csv", "posts/other.csv", "posts/requirements.txt", "private/secret.csv",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name if name != "inkwright.toml" else "", encoding="utf-8")
    return open_workspace(tmp_path)


def test_a_folder_of_its_own_counts_as_a_whole(workspace: Workspace) -> None:
    found = inputs_of(workspace, "posts/a/index.md", ["open('../../shared/x.csv')"])
    assert sorted(found) == ["posts/a/data.json", "posts/a/img/p.png", "shared/x.csv", "uv.lock"]


def test_beside_other_posts_only_what_is_named_counts(workspace: Workspace) -> None:
    found = inputs_of(workspace, "posts/flat.md", ["read_csv('near.csv'); open('../../outside.csv'); flat.md"])
    assert sorted(found) == ["posts/near.csv", "posts/requirements.txt", "uv.lock"]
    assert "private/secret.csv" not in inputs_of(workspace, "posts/flat.md", ["'../private/secret.csv'"])


def test_what_changed_or_is_gone(workspace: Workspace) -> None:
    found = inputs_of(workspace, "posts/a/index.md", [])
    assert changed(workspace, found) == ()
    workspace.path("uv.lock").write_text("new", encoding="utf-8")
    workspace.path("posts/a/data.json").unlink()
    assert changed(workspace, found) == ("posts/a/data.json", "uv.lock")


def test_benchmarks_count_only_when_the_code_names_them(workspace: Workspace) -> None:
    for name in ("bench.toml", "bench.json"):
        workspace.path(f"posts/a/{name}").write_text("", encoding="utf-8")
    assert not any("bench" in name for name in inputs_of(workspace, "posts/a/index.md", []))
    assert "posts/a/bench.json" in inputs_of(workspace, "posts/a/index.md", ["open('bench.json')"])


def test_what_is_exported_recorded_or_drawn_beside_a_post_changes_no_snippet(workspace: Workspace) -> None:
    for name in ("a.ipynb", "a-code.py", "a.sh", "a.js", "shot.svg", "shot.txt", "refs.bib", "parts.excalidraw"):
        workspace.path(f"posts/a/{name}").write_text("x", encoding="utf-8")
    for name in ("a.py", "notes.txt", "b.sh"):
        workspace.path(f"posts/a/{name}").write_text("x", encoding="utf-8")
    found = set(inputs_of(workspace, "posts/a/index.md", []))
    read = {"a.py", "b.sh", "data.json", "img/p.png", "notes.txt"}
    assert found == {f"posts/a/{name}" for name in read} | {"uv.lock"}
    named = inputs_of(workspace, "posts/a/index.md", ["open('shot.svg'), open('shot.txt')"])
    assert {"posts/a/shot.svg", "posts/a/shot.txt"} < set(named)


def test_texts_count_only_when_the_code_names_them(workspace: Workspace) -> None:
    for name in ("notes.md", "other.qmd"):
        workspace.path(f"posts/a/{name}").write_text("Prose.", encoding="utf-8")
    assert not [name for name in inputs_of(workspace, "posts/a/index.md", ["print(1)"]) if "md" in name]
    named = inputs_of(workspace, "posts/a/index.md", ["open('notes.md'); open('index.md')"])
    assert [name for name in named if "md" in name] == ["posts/a/notes.md"]
