"""What lay in folders, kept from one build to the next."""

import os
import shutil
import time
from pathlib import Path

import pytest

from inkwright.workspace.kept_listing import Lain, keep_lain, read_lain
from inkwright.workspace.listing import Listing


def seen(root: Path) -> Listing:
    (root / "a").mkdir(exist_ok=True)
    (root / "a" / "x.md").write_text("x")
    listing = Listing(root)
    listing.files(("**",))
    return listing


def test_what_was_seen_comes_back(tmp_path: Path) -> None:
    listing, place = seen(tmp_path / ""), tmp_path / "deep" / "folders"
    keep_lain(place, Lain(str(tmp_path)), listing, ("public",), "n")
    found = read_lain(place, tmp_path)
    assert (found.left_out, found.names) == (("public",), "n")
    assert dict(found.folders) == {name: tuple(inside) for name, inside in listing.seen.items()}


def test_what_is_known_already_is_not_written_again(tmp_path: Path) -> None:
    listing, place = seen(tmp_path), tmp_path / "folders"
    keep_lain(place, Lain(str(tmp_path)), listing, (), "n")
    before = place.stat().st_mtime_ns
    keep_lain(place, read_lain(place, tmp_path), listing, (), "n")
    assert place.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xff", b"\x80"])
def test_what_is_damaged_is_nothing(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "folders").write_bytes(damage)
    assert read_lain(tmp_path / "folders", tmp_path) == Lain(str(tmp_path))


def test_another_folder_is_not_known(tmp_path: Path) -> None:
    keep_lain(tmp_path / "folders", Lain(str(tmp_path)), seen(tmp_path), (), "n")
    assert read_lain(tmp_path / "folders", tmp_path / "a") == Lain(str(tmp_path / "a"))
    assert read_lain(tmp_path / "none", tmp_path) == Lain(str(tmp_path))


def test_the_folders_that_something_came_to_or_went_from_are_told(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "linked"):
        (tmp_path / "posts" / name).mkdir(parents=True)
    (tmp_path / "posts" / "linked" / "x.md").symlink_to(tmp_path / "gone")
    for folder in (tmp_path, *tmp_path.rglob("*")):
        if not folder.is_symlink():
            os.utime(folder, (1, 1))
    time.sleep(0.03)  # a folder that changed just now has no stamp
    listing, place = Listing(tmp_path / "posts"), tmp_path / "kept"
    listing.files(("**",))
    keep_lain(place, Lain(str(tmp_path / "posts")), listing, (), "n")
    found, linked = read_lain(place, tmp_path / "posts"), str(tmp_path / "posts" / "linked")
    assert found.other() == [linked]
    assert Listing(tmp_path / "posts", found.folders).as_known([linked])
    (tmp_path / "posts" / "b" / "y.md").write_text("y")
    (tmp_path / "posts" / "c").rmdir()
    other = {Path(one).name: one for one in found.other()}
    assert other.keys() == {"posts", "b", "c", "linked"}
    for name in ("posts", "b"):
        assert not Listing(tmp_path / "posts", found.folders).as_known([other[name]])


def test_a_folder_without_a_stamp_that_went_is_told(tmp_path: Path) -> None:
    listing, place = seen(tmp_path), tmp_path / "folders"
    keep_lain(place, Lain(str(tmp_path)), listing, (), "n")
    shutil.rmtree(tmp_path / "a")
    assert str(tmp_path / "a") in read_lain(place, tmp_path).other()
