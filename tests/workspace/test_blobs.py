"""Bytes that are kept."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inkwright.workspace.blobs import Blobs


@given(st.lists(st.binary(max_size=50), max_size=5))
def test_what_was_put_comes_back(tmp_path_factory, parts):
    blobs = Blobs(tmp_path_factory.mktemp("blobs") / "deep")
    blobs.put("a-1", parts)
    assert blobs.get("a-1") == parts
    assert blobs.get("b") is None


def test_what_is_damaged_is_nothing(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    for data in (b"12\nshort", b"x\nabc", b"5"):
        (tmp_path / "a").write_bytes(data)
        assert blobs.get("a") is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    blobs = Blobs(None)
    blobs.put("a", [b"x"])
    assert blobs.get("a") is None


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    blobs = Blobs(tmp_path / "file" / "below")
    blobs.put("a", [b"x"])
    assert blobs.get("a") is None


def test_a_folder_that_is_only_read_stays_as_it_is(tmp_path: Path) -> None:
    Blobs(tmp_path).put("a", [b"kept"])
    blobs = Blobs(tmp_path, write=False)
    blobs.put("b", [b"held"])
    assert (blobs.get("a"), blobs.get("b"), blobs.get("c")) == ([b"kept"], [b"held"], None)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
