"""The folder that snippets run in: a copy whose changes stay in it."""

import os
import sys
from pathlib import Path

import pytest

from inkwright.process import scratch as module
from inkwright.process.scratch import Scratch, sweep


@pytest.fixture
def post(tmp_path: Path) -> Path:
    for name in ("posts/a/index.md", "posts/a/data/x.csv", "posts/a/.hidden", "posts/b/index.md", "shared.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path / "posts/a"


def test_small_files_are_copied_and_posts_are_linked(post: Path) -> None:
    scratch = Scratch(post, None)
    assert sorted(place.name for place in scratch.folder.iterdir()) == ["data", "index.md"]
    assert (scratch.folder / "index.md").is_symlink()
    assert not (scratch.folder / "data/x.csv").is_symlink()
    scratch.close()
    assert not scratch.root.exists()
    assert (post / "index.md").exists()


def test_what_is_large_is_linked(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COPIED_MB", 0)
    scratch = Scratch(post, None)
    assert (scratch.folder / "data/x.csv").is_symlink()
    assert (scratch.folder / "data/x.csv").read_text(encoding="utf-8") == "posts/a/data/x.csv"
    scratch.close()


def test_the_way_up_has_the_same_neighbours(post: Path) -> None:
    scratch = Scratch(post, post.parent.parent)
    assert (scratch.folder / "../../shared.csv").read_text(encoding="utf-8") == "shared.csv"
    assert (scratch.folder / "../b/index.md").exists()
    scratch.close()


def test_what_was_written_is_told_once(post: Path) -> None:
    scratch = Scratch(post, None)
    assert scratch.wrote() == ()
    (scratch.folder / "data/x.csv").write_text("changed", encoding="utf-8")
    (scratch.folder / "new.txt").touch()
    assert scratch.wrote() == ("data/x.csv", "new.txt")
    assert scratch.wrote() == ()
    (post / "other.txt").touch()
    (post / "data/x.csv").unlink()
    assert scratch.outside() == ("data/x.csv", "other.txt")
    assert scratch.outside() == ()
    scratch.close()


def test_a_folder_without_permissions_goes_too(post: Path) -> None:
    scratch = Scratch(post, None)
    (scratch.folder / "locked/inner").mkdir(parents=True)
    (scratch.folder / "locked").chmod(0)
    scratch.close()
    assert not scratch.root.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="which processes live is asked of /proc")
def test_what_killed_runs_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    gone, young, alive = (f"inkwright-run-{pid}-x" for pid in (4194305, 4194306, os.getpid()))
    for name in (gone, young, alive, "inkwright-run-other", "something"):
        (tmp_path / name).mkdir()
        if name != young:
            os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path)
    assert sorted(place.name for place in tmp_path.iterdir()) == sorted(
        [alive, "inkwright-run-other", "something", young]
    )


def test_a_post_that_is_nowhere_has_an_empty_folder(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path / "gone", None)
    assert list(scratch.folder.iterdir()) == []
    assert (scratch.wrote(), scratch.outside()) == ((), ())
    scratch.close()


def test_removing_it_changes_nothing_outside(post: Path) -> None:
    """Removal that fails at first, as in a folder that a snippet closed, touches no link's target and nothing above."""
    mine = post / "index.md"
    mine.chmod(0o644)
    scratch = Scratch(post, None)
    above = scratch.root.parent.stat().st_mode
    for path in (scratch.folder / "index.md", scratch.root):
        module._writable_then_again(None, str(path), None)
    assert not scratch.root.exists()
    assert (scratch.root.parent.stat().st_mode, mine.stat().st_mode & 0o777) == (above, 0o644)
    assert mine.read_text(encoding="utf-8") == "posts/a/index.md"
