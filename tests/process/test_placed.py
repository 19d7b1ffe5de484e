"""What is written and read beside untrusted code follows no link."""

import os
from pathlib import Path

import pytest

from inkwright.process import placed
from inkwright.process.placed import appended, place, read_from

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links need no privilege on POSIX systems only")


@pytest.fixture(params=["relative to a folder", "by name"])
def run(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "by name":
        monkeypatch.setattr(placed.os, "supports_dir_fd", frozenset())
    (tmp_path / "run").mkdir()
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    return tmp_path / "run"


def test_folders_are_made_and_files_replaced(run: Path) -> None:
    place(run, "a/b/c.txt", b"one")
    place(run, "a/b/c.txt", b"two")
    assert (run / "a/b/c.txt").read_bytes() == b"two"


def test_a_link_is_replaced(run: Path) -> None:
    (run / "x").symlink_to(run.parent / "mine")
    place(run, "x", b"theirs")
    assert (run / "x").read_bytes() == b"theirs"
    assert (run.parent / "mine").read_bytes() == b"mine"


def test_no_way_leads_over_a_link_or_a_file(run: Path) -> None:
    (run / "up").symlink_to(run.parent)
    (run / "file").touch()
    for name in ("up/mine", "file/x"):
        with pytest.raises(OSError, match=r".+"):
            place(run, name, b"theirs")
    assert (run.parent / "mine").read_bytes() == b"mine"


def test_a_folder_in_the_place_of_a_file_is_an_error(run: Path) -> None:
    (run / "x").mkdir()
    with pytest.raises(OSError, match=r".+"):
        place(run, "x", b"")


def test_reading_and_appending_follow_no_link_and_wait_for_no_pipe(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to("mine")
    os.mkfifo(tmp_path / "pipe")
    assert read_from(tmp_path / "mine", 1, 2) == b"in"
    assert [read_from(tmp_path / name, 0, 9) for name in ("link", "pipe", "gone")] == [b"", b"", b""]
    for name in ("link", "pipe"):
        with pytest.raises(OSError, match=r".+"):
            appended(tmp_path / name)
    os.close(appended(tmp_path / "new"))
    assert (tmp_path / "new").read_bytes() == b""
