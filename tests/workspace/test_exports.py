"""Opening what somebody else packed: bombs, names that lead out, links, zips in zips, damage."""

import os
import stat
import zipfile

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.workspace import archive
from inkwright.workspace.exports import opened


def packed(place, entries):
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return place


def look(place):
    with opened(place) as found:
        return {name: found.read(name) for name in found.names}, dict(found.troubles)


def test_a_folder_a_file_and_a_zip(tmp_path):
    folder = tmp_path / "folder"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "b.md").write_text("words")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x")
    assert look(folder) == ({"a/b.md": b"words"}, {})
    assert look(folder / "a" / "b.md") == ({"b.md": b"words"}, {})
    assert look(packed(tmp_path / "x.zip", {"a/b.md": b"words", "__MACOSX/a": b"x"})) == ({"a/b.md": b"words"}, {})


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(UnreadableError, match="no such file or folder"):
        look(tmp_path / "no.zip")


def test_a_zip_that_is_none_is_said(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(UnreadableError, match="no zip"):
        look(tmp_path / "x.zip")


def test_names_that_lead_out_stay_out(tmp_path):
    place = packed(
        tmp_path / "x.zip", {"../out.md": b"x", "/etc/x": b"x", "a/../../b": b"x", "c:/d": b"x", "ok.md": b"y"}
    )
    found, troubles = look(place)
    assert found == {"ok.md": b"y"}
    assert len(troubles) == 4
    assert not (tmp_path.parent / "out.md").exists()


def test_links_are_not_followed(tmp_path):
    place = tmp_path / "x.zip"
    with zipfile.ZipFile(place, "w") as made:
        link = zipfile.ZipInfo("link.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert look(place) == ({}, {"x.zip/link.md": "it is a link"})
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.md").symlink_to("/etc/passwd")
    assert look(folder) == ({}, {"link.md": "it is a link"})


def test_a_bomb_of_one_entry(tmp_path):
    found, troubles = look(packed(tmp_path / "x.zip", {"bomb.txt": b"\0" * (64 << 20), "ok.md": b"y"}))
    assert found == {"ok.md": b"y"}
    assert "grows too much" in troubles["x.zip/bomb.txt"]


def test_a_bomb_of_many_entries(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "ENTRIES", 5)
    found, troubles = look(packed(tmp_path / "x.zip", {f"{number}.md": b"x" for number in range(9)}))
    assert len(found) == 5
    assert "9 entries" in next(iter(troubles.values()))


def test_a_bomb_of_many_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "BYTES", 1000)
    found, troubles = look(packed(tmp_path / "x.zip", {f"{number}.md": os.urandom(300) for number in range(9)}))
    assert 0 < sum(map(len, found.values())) <= 1000
    assert troubles


def test_a_zip_in_a_zip_is_opened_and_one_deeper_is_not(tmp_path):
    inmost = packed(tmp_path / "3.zip", {"deep.md": b"x"}).read_bytes()
    inner = packed(tmp_path / "2.zip", {"inner.md": b"y", "3.zip": inmost}).read_bytes()
    found, troubles = look(packed(tmp_path / "1.zip", {"outer.md": b"z", "2.zip": inner}))
    assert found == {"inner.md": b"y", "outer.md": b"z"}
    assert "inside a zip" in troubles["3.zip"]


def test_a_broken_zip_in_a_zip_does_not_stop_the_others(tmp_path):
    found, troubles = look(packed(tmp_path / "1.zip", {"2.zip": b"PK\x03\x04 broken", "a.md": b"z"}))
    assert found == {"a.md": b"z"}
    assert "no zip" in troubles["2.zip"]


def test_a_damaged_entry_does_not_stop_the_others(tmp_path):
    place = packed(tmp_path / "1.zip", {"a.md": os.urandom(3000), "b.md": b"words"})
    data = bytearray(place.read_bytes())
    data[200:400] = b"\0" * 200
    place.write_bytes(bytes(data))
    found, troubles = look(place)
    assert found == {"b.md": b"words"}
    assert troubles == {"1.zip/a.md": "it is damaged"}


def test_two_files_of_one_name_and_a_file_that_is_a_folder_too(tmp_path):
    place = tmp_path / "x.zip"
    with pytest.warns(UserWarning), zipfile.ZipFile(place, "w") as made:
        for name, data in (("a.md", b"1"), ("a.md", b"2"), ("b", b"3"), ("b/c.md", b"4"), ("d" * 300 + ".md", b"5")):
            made.writestr(name, data)
    found, troubles = look(place)
    assert found["a.md"] in (b"1", b"2")
    assert len(troubles) == 3
