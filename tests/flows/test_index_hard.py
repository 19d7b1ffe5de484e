"""The index over folders as they are found: shut, huge, odd, changing while they are read. It goes on and says so."""

import os
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.check_paths import places
from inkwright.flows.index import index_workspace, opened_index
from inkwright.flows.load import load_site
from inkwright.workspace import index as index_module
from inkwright.workspace import listing as listing_module
from inkwright.workspace.folder import open_workspace

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))
POST = "---\ntitle: {0}\ndate: 2026-01-02\n---\n\nA paragraph about caches.\n"


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    for name in ("posts/one.md", "posts/shut/two.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(POST.format(name))
    for name in ("notes/a.md", "notes/shut/b.md", "notes/open/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"# {name}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shut(monkeypatch):
    """Folders called `shut` cannot be listed, whoever runs the tests (root may list what rights forbid)."""
    real = os.scandir

    def scandir(place):
        if Path(place).name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(place)

    monkeypatch.setattr(listing_module.os, "scandir", scandir)


def test_a_folder_that_cannot_be_listed_is_named_once_and_the_rest_is_counted(blog, shut):
    done = CliRunner().invoke(main, ["index"])
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "2 notes, 1 post; 0 ideas; 3 read, 0 forgotten.",
        "Left out: notes/shut: no permission to read this. Change its permissions.",
        "Left out: posts/shut: no permission to read this. Change its permissions.",
    ]


def test_what_lies_in_a_folder_that_is_shut_is_forgotten_and_found_again(blog, request):
    workspace = open_workspace(blog)
    assert index_workspace(workspace).counts == {"note": 3, "post": 2}
    request.getfixturevalue("shut")
    report = index_workspace(workspace)
    assert (report.counts, report.removed) == ({"note": 2, "post": 1}, 2)
    request.getfixturevalue("monkeypatch").undo()
    report = index_workspace(workspace)
    assert (report.counts, report.changed, report.unreadable) == ({"note": 3, "post": 2}, 2, ())


def test_check_build_and_board_name_it_and_go_on(blog, shut):
    site = load_site(open_workspace(blog), "2026-02-02")
    assert [post.file.path for post in site.posts] == ["posts/one.md"]
    assert [one.path for one in site.unreadable] == ["notes/shut", "posts/shut"]
    assert [place.shown for place in places([])] == ["posts/one.md", "notes/shut", "posts/shut"]
    assert [place.shown for place in places(["posts"])] == ["posts/shut", "posts/one.md"]
    board = CliRunner().invoke(main, ["board"])
    assert board.exit_code in (0, 1) and board.output.count("posts/shut: no permission") == 1


def test_a_folder_of_posts_that_holds_nothing_but_a_shut_one_is_said_to_be_shut(blog, shut):
    (blog / "posts/one.md").unlink()
    assert [place.shown for place in places(["posts"])] == ["posts/shut"]


def test_a_file_that_vanishes_between_the_look_and_the_read_is_named_and_the_rest_is_read(blog, monkeypatch):
    real = index_module.compared

    def vanishing(*all_of_it):
        found = real(*all_of_it)
        (blog / "notes/a.md").unlink(missing_ok=True)
        return found

    monkeypatch.setattr(index_module, "compared", vanishing)
    report = index_workspace(open_workspace(blog))
    assert report.counts == {"note": 2, "post": 2}
    assert report.unreadable == (("notes/a.md", "notes/a.md: there is no such file. Check the name."),)


def test_a_file_that_vanishes_after_the_folder_was_listed_is_named(blog, monkeypatch):
    real = index_module.compared

    def vanishing(*all_of_it):
        (blog / "notes/a.md").unlink(missing_ok=True)
        return real(*all_of_it)

    monkeypatch.setattr(index_module, "compared", vanishing)
    report = index_workspace(open_workspace(blog))
    assert report.unreadable == (("notes/a.md", "notes/a.md: there is no such file. Check the name."),)
    assert report.counts == {"note": 2, "post": 2}


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX files")
def test_a_file_that_becomes_a_pipe_does_not_keep_us_waiting(blog):
    workspace = open_workspace(blog)
    index_workspace(workspace)
    (blog / "notes/a.md").unlink()
    os.mkfifo(blog / "notes/a.md")
    (blog / "notes/loop").symlink_to("..")
    (blog / "notes/x.md").symlink_to("x.md")
    report = index_workspace(workspace)
    assert (report.counts, report.removed, report.unreadable) == ({"note": 2, "post": 2}, 1, ())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_not_utf8_are_named_wherever_they_stand(blog):
    for name in (b"notes/caf\xe9.md", b"posts/caf\xe9.md"):
        (blog / os.fsdecode(name)).write_text("x")
    done = CliRunner().invoke(main, ["index"])
    assert done.exit_code == 0 and "3 notes, 2 posts" in done.output
    assert [line for line in done.output.splitlines() if line.startswith("Left out")] == [
        "Left out: notes/caf\\udce9.md: the file name is not UTF-8. Rename it.",
        "Left out: posts/caf\\udce9.md: the file name is not UTF-8. Rename it.",
    ]


def test_a_note_of_372_kB_is_found_by_its_last_word(blog):
    (blog / "notes/large.md").write_text("# Large\n\n" + "cache line\n" * 33_000 + "zanzibar\n")
    assert "notes/large.md" in CliRunner().invoke(main, ["search", "zanzibar"]).output


def test_thousands_of_other_files_cost_no_reading(blog, monkeypatch):
    """Only what is a note by its name is asked for its dates, only what is new is opened."""
    folder = blog / "notes/data"
    folder.mkdir()
    for number in range(TORTURE * 20 or 2000):
        (folder / f"{number}.bin").touch()
    workspace = open_workspace(blog)
    assert index_workspace(workspace).counts == {"note": 3, "post": 2}
    opened: list[str] = []
    monkeypatch.setattr(type(workspace), "read_bytes", lambda self, path: opened.append(path))
    (blog / "inkwright.toml").touch()
    index_workspace(workspace)
    index_workspace(workspace)
    assert not [path for path in opened if path.endswith(".bin")]


def test_a_vault_of_thousands_of_notes_in_many_folders(tmp_path):
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog/inkwright.toml").write_text('notes = "../vault"\n')
    count = TORTURE * 50 or 1000
    for number in range(count):
        place = tmp_path / "vault" / f"{number % 37}" / f"{number % 11}" / f"{number}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"# Note {number}\n\nIt says {number}.\n")
    workspace = open_workspace(tmp_path / "blog")
    with opened_index(workspace) as index:
        assert (index.report.counts, index.report.changed) == ({"note": count}, count)
        found = index.database.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'"{count - 1}"',)).fetchall()
        assert len(found) == 1
    (tmp_path / "vault/0/0/0.md").write_text("# Changed\n")
    assert index_workspace(workspace).changed >= 1
    with opened_index(workspace) as index:
        kept = index.dump()
    with opened_index(workspace, rebuild=True) as index:
        assert index.dump() == kept


def test_an_absolute_folder_of_notes_is_read(tmp_path):
    (tmp_path / "blog").mkdir()
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault/a.md").write_text("# A\n")
    (tmp_path / "blog/inkwright.toml").write_text(f'notes = "{(tmp_path / "vault").as_posix()}"\n')
    workspace = open_workspace(tmp_path / "blog")
    for _ in range(2):
        with opened_index(workspace) as index:
            assert index.report.unreadable == ()
            assert [row[2] for row in index.dump()] == ["a"]


def test_when_the_folders_of_notes_change_every_id_follows(blog):
    """The same file has another id below another folder, though nothing about the file changed."""
    time.sleep(0.02)  # the dates of the files are older than the first look, so that they are trusted at the second
    index_workspace(open_workspace(blog))
    (blog / "inkwright.toml").write_text('notes = "notes/open"\n')
    with opened_index(open_workspace(blog)) as index:
        kept = index.dump()
        assert [row[2] for row in kept if row[1] == "note"] == ["c"]
    with opened_index(open_workspace(blog), rebuild=True) as index:
        assert index.dump() == kept
