import os
import sqlite3

import pytest

from inkwright.flows.index import opened_index
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.index_looks import Compared, Group, Looks, compared

NOTE, POST = Group("note", str), Group("post", str)


@pytest.fixture
def database():
    found = sqlite3.connect(":memory:")
    found.execute("CREATE TABLE files (path TEXT, kind TEXT, looks BLOB)")
    return found


def hold(database, root, path, kind="note", looks=None):
    seen = os.stat(root / path)  # noqa: PTH116
    looks = looks or Looks(seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size)
    database.execute("INSERT INTO files VALUES (?, ?, ?)", (path, kind, looks.packed))
    return looks


def test_nothing_known_and_nothing_wanted_is_nothing_to_read(database, tmp_path):
    assert compared(database, tmp_path, {}, 1) == Compared([], [], frozenset())


def test_what_looks_as_it_did_is_not_read_and_the_rest_is(database, tmp_path):
    for name in ("same", "a\nline", "later", "longer", "other-kind", "gone", "vanished", "new"):
        (tmp_path / name).write_text(name)
    looks = hold(database, tmp_path, "same")
    hold(database, tmp_path, "a\nline")
    hold(database, tmp_path, "later", looks=looks._replace(mtime=looks.mtime - 1))
    hold(database, tmp_path, "longer", looks=looks._replace(size=99))
    for name in ("other-kind", "gone", "vanished"):
        hold(database, tmp_path, name)
    (tmp_path / "vanished").unlink()
    wanted = dict.fromkeys(("same", "a\nline", "later", "longer", "vanished", "new"), NOTE) | {"other-kind": POST}
    suspects, gone, new = compared(database, tmp_path, wanted, 2**62)
    assert [path for path, _ in suspects] == ["later", "longer", "new", "other-kind", "vanished"]
    assert dict(suspects)["vanished"] is None and dict(suspects)["new"].size == 3
    assert (gone, new) == (["gone"], {"new"})


def test_dates_as_young_as_the_last_look_prove_nothing(database, tmp_path):
    (tmp_path / "a").write_text("a")
    looks = hold(database, tmp_path, "a")
    youngest = max(looks.mtime, looks.ctime)
    assert compared(database, tmp_path, {"a": NOTE}, youngest).suspects == [("a", looks)]
    assert compared(database, tmp_path, {"a": NOTE}, youngest + 1).suspects == []


def test_columns_of_unequal_length_are_damage(database, tmp_path):
    (tmp_path / "a").write_text("a")
    hold(database, tmp_path, "a")
    for damage in ("NULL", "x'00'"):
        database.execute(f"UPDATE files SET looks = {damage}")
        with pytest.raises(sqlite3.DatabaseError):
            compared(database, tmp_path, {"a": NOTE}, 1)


@pytest.mark.parametrize("year", [2262, 2300, 2440])
def test_a_file_dated_beyond_what_a_database_holds_is_indexed(tmp_path, year):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    seconds = (year - 1970) * 31556952
    (tmp_path / "notes").mkdir()
    for text in ("# Far\n", "# Near\n"):
        (tmp_path / "notes/far.md").write_text(text)
        os.utime(tmp_path / "notes/far.md", (seconds, seconds))
        with opened_index(workspace) as index:
            assert [row[3] for row in index.dump()] == [text[2:].strip()]
