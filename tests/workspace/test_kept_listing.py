"""What lay in folders, kept from one build to the next."""

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
