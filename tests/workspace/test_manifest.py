"""The list of what a build left: what is read of it is what was last written, whole or as what changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.workspace.manifest import FEW, LINES, Manifest

names = st.text("ab/é\n\ud800", max_size=3)
lists = st.dictionaries(names, st.sampled_from(("1 2:3", "4 5:6")), max_size=4)


def read(place: Path) -> Manifest:
    manifest = Manifest(place)
    manifest.read()
    return manifest


@given(st.lists(lists, max_size=6))
def test_what_was_written_last_is_read(tmp_path_factory: pytest.TempPathFactory, turns: list[dict[str, str]]) -> None:
    place = tmp_path_factory.mktemp("kept") / "list.json"
    same = Manifest(place)
    for files in turns:
        read(place).write("public", files)
        assert (read(place).files, read(place).out) == (files, "public")
        same.read()
        same.write("public", files)
        assert same.files == files
    if turns:
        assert Manifest(place).files == {}


def test_one_changed_file_adds_a_line_and_many_lines_become_one(tmp_path: Path) -> None:
    place = tmp_path / "list.json"
    files = {f"posts/{number}/index.html": "1 2:3" for number in range(FEW * 3)}
    Manifest(place).write("public", files)
    whole = place.read_bytes()
    for turn in range(LINES):
        files["posts/7/index.html"] = f"{turn} 2:3"
        read(place).write("public", files)
    assert place.read_bytes().startswith(whole)
    assert place.read_bytes().count(b"\n") == LINES
    files["posts/7/index.html"] = "last 2:3"
    read(place).write("public", files)
    assert place.read_bytes().count(b"\n") == 0
    assert read(place).files == files


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    place = tmp_path / "list.json"
    Manifest(place).write("public", {})
    assert read(place).out == "public"
    for number in range(LINES + 1):
        read(place).write("public", {"a": str(number)})
    before = place.stat()
    read(place).write("public", {"a": str(LINES)})
    assert place.stat() == before


def test_a_line_that_was_cut_off_is_as_if_it_had_not_begun(tmp_path: Path) -> None:
    place = tmp_path / "list.json"
    Manifest(place).write("public", {"a": "1"})
    read(place).write("public", {"a": "2"})
    whole = place.read_bytes()
    start = whole.index(b"\n")
    for cut in range(start, len(whole)):
        place.write_bytes(whole[:cut])
        assert read(place).files == {"a": "1"}
        read(place).write("public", {"a": "1", "b": "3"})
        assert read(place).files == {"a": "1", "b": "3"}


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"files": 3}', b"\x00", b'{"files": {}}\n[]', b"\xff", b"null"])
def test_what_is_no_list_says_nothing_and_is_written_anew(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "list.json"
    place.write_bytes(data)
    manifest = read(place)
    assert manifest.files == {}
    manifest.write("public", {"a": "1"})
    assert read(place).files == {"a": "1"}


def test_a_list_that_went_meanwhile_is_written_whole(tmp_path: Path) -> None:
    place = tmp_path / "list.json"
    Manifest(place).write("public", {"a": "1"})
    manifest = read(place)
    place.unlink()
    manifest.write("public", {"a": "2", "b": "1"})
    assert read(place).files == {"a": "2", "b": "1"}


@given(st.lists(lists, max_size=LINES + 3))
def test_what_is_added_to_a_whole_list_is_read(
    tmp_path_factory: pytest.TempPathFactory, turns: list[dict[str, str]]
) -> None:
    place = tmp_path_factory.mktemp("kept") / "list.json"
    Manifest(place).write("public", {"a": "0 0:0"})
    wanted = {"a": "0 0:0"}
    for changed in turns:
        Manifest(place).add("public", changed)
        wanted |= changed
        assert (read(place).files, read(place).out) == (wanted, "public")
    assert place.read_bytes().count(b"\n") <= LINES


def test_many_that_are_added_make_one_line(tmp_path: Path) -> None:
    place = tmp_path / "list.json"
    Manifest(place).write("public", {"a": "1"})
    Manifest(place).add("public", {str(number): "2" for number in range(FEW + 1)})
    assert place.read_bytes().count(b"\n") == 0
    assert len(read(place).files) == FEW + 2
