"""The golden tree: `golden/workspace` must build to exactly `golden/public`.

Renew it with `make golden`, then read the diff: every change in it must be one that was meant.
"""

import shutil
from pathlib import Path

import pytest

from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

HERE = Path(__file__).resolve().parent / "golden"
TODAY = "2026-03-01"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the golden workspace."""
    return Path(shutil.copytree(HERE / "workspace", tmp_path / "workspace"))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_golden_tree(workspace: Path, request: pytest.FixtureRequest) -> None:
    build(open_workspace(workspace), TODAY)
    made = tree(workspace / "public")
    if request.config.getoption("--golden"):
        shutil.rmtree(HERE / "public", ignore_errors=True)
        shutil.copytree(workspace / "public", HERE / "public")
    kept = tree(HERE / "public")
    assert sorted(made) == sorted(kept)
    for path, data in kept.items():
        assert made[path] == data, f"{path} differs: run `make golden` and read the diff"


def test_two_builds_are_the_same_bytes(workspace: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(workspace, tmp_path / "elsewhere"))
    build(open_workspace(workspace), TODAY)
    build(open_workspace(other), "2026-12-24")  # the day matters only to what it holds back
    assert tree(workspace / "public") == tree(other / "public")


def test_no_canary_is_in_any_file(workspace: Path) -> None:
    assert b"CANARY" in (workspace / "posts/first-light/index.md").read_bytes()
    built = build(open_workspace(workspace), TODAY)
    assert {why for _, why in built.held_back} == {"draft", "dated in the future"}
    for path, data in tree(workspace / "public").items():
        assert b"canary" not in data.lower(), path
        assert "canary" not in path.lower()


def test_what_the_build_says(workspace: Path) -> None:
    built = build(open_workspace(workspace), TODAY)
    assert (built.posts, built.pages, built.troubles) == (5, 1, ())
    losses = {loss.what: (loss.count, loss.path, loss.line) for loss in built.losses}
    assert losses == {
        "link to a text that the site does not show": (1, "posts/second-night.md", 0),
        "shortcode gadget": (1, "posts/deep/third.md", 7),
        "table or chart whose data cannot be read": (1, "posts/fourth.md", 18),
    }
