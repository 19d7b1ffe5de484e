import hashlib
import os
import random
import shutil
import sqlite3
import sys

import pytest

from inkwright.flows.index import index_workspace, opened_index
from inkwright.model.note import Idea
from inkwright.workspace import index as index_module
from inkwright.workspace import seal as seal_module
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.index import note_append

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    found.write(
        "posts/first/index.md", "---\ntitle: First\ndate: 2026-01-02\ntags: [a, b]\n---\n\nWriting about caches.\n"
    )
    found.write("notes/gpu/occupancy.md", "# Occupancy\n\nRegisters limit it. Café.\n")
    found.write("notes/plain.txt", "no heading here\n")
    found.write("papers/attention.md", "---\ntitle: Attention\n---\n")
    found.write("log/2026-11-21.md", "- 14:05 fixed it [project:: triton]\n")
    found.write("ideas.md", "# Ideas\n\n- 2026-11-20 one [from:: paper]\n- two\n")
    return found


def dump(workspace, rebuild=False):
    with opened_index(workspace, rebuild) as index:
        return index.report, index.dump()


def looks(root):
    """Path, bytes and dates of every file outside `.inkwright`."""
    return {
        path.relative_to(root): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file() and ".inkwright" not in path.parts
    }


def test_it_knows_every_kind_of_file(workspace):
    report, rows = dump(workspace)
    assert report.counts == {"ideas": 1, "log": 1, "note": 2, "paper": 1, "post": 1}
    assert (report.ideas, report.changed, report.removed, report.rebuilt) == (2, 6, 0, "")
    files = {row[0]: row for row in rows if len(row) == 13}
    assert files["posts/first/index.md"][1:6] == ("post", "first", "First", "2026-01-02", "a b")
    assert files["notes/gpu/occupancy.md"][1:4] == ("note", "gpu/occupancy", "Occupancy")
    assert files["notes/plain.txt"][3] == "plain"
    assert ("ideas.md", 3, "2026-11-20", "one", "paper", "", "", 0) in rows
    assert ("log/2026-11-21.md", 1, "2026-11-21", "14:05", "fixed it", "triton") in rows


def test_full_text_search_finds_word_forms_and_accents(workspace):
    with opened_index(workspace) as index:
        for words, title in (("write cache", "First"), ("cafe", "Occupancy"), ("limiting", "Occupancy")):
            quoted = " ".join(f'"{word}"' for word in words.split())
            found = index.database.execute("SELECT title FROM search WHERE search MATCH ?", (quoted,)).fetchall()
            assert found == [(title,)]


def test_only_what_changed_is_read_again(workspace):
    dump(workspace)
    dump(workspace)
    assert dump(workspace)[0].changed == 0
    workspace.write("notes/plain.txt", "# Now titled\n")
    workspace.write("notes/new.md", "new\n")
    report, rows = dump(workspace)
    assert report.changed == 2
    assert any(row[3] == "Now titled" for row in rows)


@pytest.mark.parametrize(("age_ns", "seen"), [(0, True), (10**12, False)])
def test_a_file_as_young_as_the_last_look_is_not_trusted_by_its_dates(workspace, monkeypatch, age_ns, seen):
    """A second change within one tick of the disk's clock leaves dates and size as they were."""
    place = workspace.root / "notes/plain.txt"
    when = place.stat().st_mtime_ns + 10**11 - age_ns
    looks = os.stat_result((0o644, 1, 1, 1, 0, 0, 4, 0, 0, 0), {"st_mtime_ns": when, "st_ctime_ns": when})
    real = os.stat
    stat = lambda path, **how: looks if str(path).endswith("plain.txt") else real(path, **how)  # noqa: E731
    place.write_text("aaaa")
    monkeypatch.setattr(index_module.os, "stat", stat)
    dump(workspace)
    place.write_text("bbbb")
    assert any(row[-1] == "bbbb" for row in dump(workspace)[1]) == seen


def test_what_is_gone_is_forgotten_and_what_moved_is_a_rename(workspace):
    dump(workspace)
    workspace.path("notes/gpu/occupancy.md").rename(workspace.path("notes/limits.md"))
    workspace.path("notes/plain.txt").unlink()
    report, rows = dump(workspace)
    assert report.renamed == (("gpu/occupancy", "limits"),) and report.removed == 2
    assert rows == dump(workspace, rebuild=True)[1]


def test_deleting_it_loses_nothing(workspace):
    before = dump(workspace)[1]
    shutil.rmtree(workspace.state)
    assert dump(workspace)[1] == before


def test_it_is_kept_out_of_git_and_touches_no_file_of_the_writer(workspace):
    before = looks(workspace.root)
    dump(workspace)
    dump(workspace, rebuild=True)
    assert looks(workspace.root) == before
    assert (workspace.state / ".gitignore").read_text() == "*\n"


def test_a_foreign_vault_is_read_and_never_written(workspace, tmp_path_factory):
    vault = tmp_path_factory.mktemp("vault")
    (vault / ".obsidian").mkdir()
    (vault / "Größe.md").write_bytes(b"\xef\xbb\xbf---\r\ntags: [x]\r\n---\r\n# A\r\n")
    (vault / "sub").mkdir()
    (vault / "sub/b.md").write_text("b")
    before = looks(vault)
    relative = os.path.relpath(vault, workspace.root)
    (workspace.root / "inkwright.toml").write_text(f'notes = "{relative}"\n')
    report, rows = dump(open_workspace(workspace.root), rebuild=True)
    assert [row[2] for row in rows if str(row[0]).startswith(relative)] == ["Größe", "sub/b"]
    assert report.counts["note"] == 4  # the own folder of notes is read beside the vault
    assert looks(vault) == before


def test_a_file_that_cannot_be_read_is_left_out_and_named(workspace):
    (workspace.root / "notes/latin.md").write_bytes(b"caf\xe9")
    report, _ = dump(workspace)
    ((path, why),) = report.unreadable
    assert path == "notes/latin.md" and "not UTF-8" in why


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_not_utf8_is_left_out_and_named(workspace):
    (workspace.root / os.fsdecode(b"notes/caf\xe9.md")).write_text("x")
    for _ in range(2):
        assert dump(workspace)[0].unreadable == (
            ("notes/caf\\udce9.md", "notes/caf\\udce9.md: the file name is not UTF-8. Rename it."),
        )


def test_odd_texts_are_indexed(workspace):
    (workspace.root / "notes/odd.md").write_text(
        "---\ntitle: [1, {a: b}]\ntags: 3\ndate: no date\n---\n\x00 \u2028 \U0001f600"
    )
    assert dump(workspace)[0].counts["note"] == 3


# ---- damage


def damaged(data, dice):
    """The bytes cut short or with one bit turned, and how."""
    at = dice.randrange(len(data))
    if dice.random() < 0.5:
        return data[:at], f"cut at {at}"
    return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :], f"bit at {at}"


@pytest.mark.parametrize("trust_dates", [False, True])
def test_a_damaged_index_is_made_anew_equal_to_a_fresh_one(workspace, monkeypatch, trust_dates):
    if trust_dates:
        monkeypatch.setattr(seal_module, "ALWAYS_SUMMED", 0)
    fresh = dump(workspace)[1]
    database = workspace.state / "index.db"
    dice = random.Random(TORTURE or 5)
    for _ in range(TORTURE or 25):
        dump(workspace)
        data, how = damaged(database.read_bytes(), dice)
        database.write_bytes(data)
        if trust_dates:
            os.utime(database, ns=(dice.randrange(10**18), dice.randrange(10**18)))
        report, rows = dump(workspace)
        assert rows == fresh, how
        assert report.rebuilt.startswith("damaged"), how


@pytest.mark.parametrize("spoil", [b"", b"x", b"1 2 3", b"9 9 9 9 1 9", b"\xff\xfe"])
def test_a_damaged_sum_is_no_harm(workspace, spoil):
    fresh = dump(workspace)[1]
    (workspace.state / "index.sum").write_bytes(spoil)
    assert dump(workspace)[1] == fresh


def test_an_index_of_another_version_or_with_an_unfinished_write_is_made_anew(workspace, monkeypatch):
    dump(workspace)
    (workspace.state / "index.db-journal").write_bytes(b"x")
    assert dump(workspace)[0].rebuilt == "damaged: a write was interrupted"
    monkeypatch.setattr(seal_module, "VERSION", seal_module.VERSION + 1)
    assert dump(workspace)[0].rebuilt == "made by another version"


def test_a_database_that_breaks_while_it_is_read_is_made_anew(workspace, monkeypatch):
    fresh = dump(workspace)[1]
    database = workspace.state / "index.db"
    database.write_bytes(database.read_bytes()[:100] + b"\xff" * 4000)
    monkeypatch.setattr(index_module, "damage", lambda path: "")
    report, rows = dump(workspace)
    assert rows == fresh and report.rebuilt.startswith("damaged: ")


# ---- lines told by `idea` and `log`


def test_an_appended_idea_is_known_at_once_and_once_only(workspace):
    dump(workspace)
    workspace.append_line("ideas.md", "- three")
    note_append(workspace, "ideas.md", ideas=(Idea("three"),))
    with sqlite3.connect(workspace.state / "index.db") as database:
        assert database.execute("SELECT count(*) FROM ideas WHERE text = 'three'").fetchone() == (1,)
    database.close()
    report, rows = dump(workspace)
    assert report.rebuilt == "" and report.ideas == 3
    assert rows == dump(workspace, rebuild=True)[1]


def test_without_an_index_or_with_a_broken_one_an_append_goes_on(workspace):
    note_append(workspace, "ideas.md", ideas=(Idea("x"),))
    assert not workspace.state.joinpath("index.db").exists()
    dump(workspace)
    (workspace.state / "index.db").write_bytes(b"SQLite format 3\0 but not really")
    note_append(workspace, "ideas.md", ideas=(Idea("x"),))
    assert index_workspace(workspace).rebuilt.startswith("damaged")
