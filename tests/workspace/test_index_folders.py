import os
import random
import sqlite3
import time

import pytest

from inkwright.flows.index import opened_index
from inkwright.workspace import listing as listing_module
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.index_folders import FOLDERS, keep_folders, kept_folders

SETTLED = 0.03
"""Seconds after which a folder is old enough for its dates to prove something."""
PLACES = ("notes/a.md", "notes/b.md", "notes/sub/c.md", "notes/sub/d.md", "posts/e.md", "log/2026-01-02.md")


@pytest.fixture
def database():
    found = sqlite3.connect(":memory:")
    found.execute(FOLDERS)
    return found


def test_what_was_kept_comes_back_and_what_is_gone_goes(database):
    one, other, empty = ("1:2:3", ["a", "b\nc", "é"], ["d"]), ("4:4:4", ["x"], []), ("5:5:5", [], [])
    keep_folders(database, {}, {"/w": one, "/w/d": other, "/w/e": empty}, 10**18)
    known = kept_folders(database)
    assert known == {"/w": one, "/w/d": other, "/w/e": empty}
    keep_folders(database, known, {"/w": known["/w"], "/w/e": ("6:6:6", ["new"], [])}, 10**18)
    assert kept_folders(database) == {"/w": one, "/w/e": ("6:6:6", ["new"], [])}


@pytest.mark.parametrize(
    "inside", [("", ["a"], []), ("1:999:3", ["a"], []), ("999:1:3", ["a"], []), ("1:1:1", ["\udcff"], [])]
)
def test_what_proves_nothing_or_cannot_be_held_is_not_kept(database, inside):
    keep_folders(database, {}, {"/w": ("1:1:1", ["a"], [])}, 10**18)
    keep_folders(database, kept_folders(database), {"/w": inside}, 1000)
    assert kept_folders(database) in ({}, {"/w": ("1:1:1", ["a"], [])})
    assert kept_folders(database).get("/w") != inside


def test_a_folder_that_nobody_touched_is_not_read_again(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    for place in PLACES:
        workspace.write(place, f"# {place}\n")
    real, read = listing_module._scan, []
    monkeypatch.setattr(listing_module, "_scan", lambda place, stamp: read.append(place) or real(place, stamp))
    titles(workspace)
    time.sleep(SETTLED)
    titles(workspace)  # .inkwright was made by the first: the folder of the workspace is younger than that look
    read.clear()
    time.sleep(SETTLED)
    (tmp_path / "notes/a.md").write_text("# Changed\n")
    assert "Changed" in titles(workspace)
    assert read == []
    workspace.write("notes/f.md", "# Added\n")
    assert "Added" in titles(workspace)
    assert read == [str(tmp_path / "notes")]


def test_whatever_happens_to_files_and_folders_the_index_is_as_a_fresh_one(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    dice = random.Random(5)
    for no in range(25):
        place = tmp_path / dice.choice(PLACES)
        act = dice.choice(("write", "replace", "remove", "folder", "rename"))
        if act == "write":
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.is_dir():
                place.write_text(f"# {no}\n")
        elif act == "replace" and not place.is_dir():
            workspace.write(place.relative_to(tmp_path).as_posix(), f"# {no}\n")
        elif act == "remove" and place.is_file():
            place.unlink()
        elif act == "folder" and not place.exists():
            place.mkdir(parents=True)
        elif act == "rename" and place.exists() and not place.with_suffix(".txt").exists():
            os.replace(place, place.with_suffix(".txt"))  # noqa: PTH105
        if dice.random() < 0.5:
            time.sleep(SETTLED)
        with opened_index(workspace) as index:
            kept = index.dump()
        with opened_index(open_workspace(tmp_path), rebuild=no % 5 == 4) as index:
            assert index.dump() == kept
    with opened_index(workspace, rebuild=True) as index:
        assert index.dump() == kept


def titles(workspace):
    with opened_index(workspace) as index:
        return [row[3] for row in index.dump()]
