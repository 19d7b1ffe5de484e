"""Copies of the ledger and the way back, as a writer uses them."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.flows.newsletter_desk import NOW, desk

from inkwright.cli.main import main
from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_backup import backup_ledger, restore_ledger
from inkwright.flows.subscribers_add import Wanted, add_subscriber
from inkwright.flows.subscribers_erase import erase_subscriber
from inkwright.flows.subscribers_export import export_table
from inkwright.flows.subscribers_import import Wanted as ImportWanted
from inkwright.flows.subscribers_import import import_subscribers
from inkwright.ledger.marks import restored_at
from inkwright.model.errors import LedgerError, UsageError
from inkwright.workspace.folder import Workspace


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.delenv("INKWRIGHT_LEDGER", raising=False)
    workspace = desk(tmp_path / "blog")
    for who in ("ada", "bob", "eve"):
        add_subscriber(workspace, Wanted(f"{who}@example.com", vouched="told me"), NOW)
    return workspace


def states(blog: Workspace) -> list[tuple[str, str]]:
    rows = [line.split(",") for line in list(export_table(blog))[1:]]
    return [(row[0].partition("@")[0], row[2]) for row in rows]


def test_the_way_back_keeps_away_who_left_since(blog: Workspace, tmp_path: Path):
    copy = backup_ledger(blog, str(tmp_path / "copy.db"), NOW)
    left = tmp_path / "left.csv"
    left.write_text("email,status\nbob@example.com,unsubscribed\n")
    import_subscribers(blog, str(left), ImportWanted(), NOW)
    erase_subscriber(blog, "eve@example.com", NOW)
    add_subscriber(blog, Wanted("new@example.com", vouched="told me"), NOW)
    done = restore_ledger(blog, copy, NOW + timedelta(hours=1))
    assert (done.readers, done.carried) == (2, 2)
    assert states(blog) == [("ada", "active"), ("bob", "unsubscribed")]
    with ledger_for_reading(blog) as ledger, ledger.read() as connection:
        assert restored_at(connection) == NOW + timedelta(hours=1)
    assert blog.exists(done.before)
    restore_ledger(blog, str(blog.path(done.before)), NOW + timedelta(hours=2))
    assert states(blog) == [("ada", "active"), ("bob", "unsubscribed"), ("new", "active")]
    assert not [one.name for one in blog.path("private/backup").iterdir() if one.name.startswith(".")]


def test_a_ledger_that_is_gone_or_damaged_comes_back(blog: Workspace, tmp_path: Path):
    copy = backup_ledger(blog, str(tmp_path / "copy.db"), NOW)
    file = blog.path("private/inkwright.db")
    file.write_bytes(os.urandom(20_000))
    done = restore_ledger(blog, copy, NOW)
    assert done.carried is None and ".damaged-" in done.before and len(states(blog)) == 3
    for one in blog.path("private").glob("inkwright.db*"):
        one.unlink()
    done = restore_ledger(blog, copy, NOW)
    assert (done.readers, done.carried, done.before) == (3, 0, "") and len(states(blog)) == 3


def test_what_is_no_copy_of_this_ledger_changes_nothing(blog: Workspace, tmp_path: Path):
    other = desk(tmp_path / "other")
    add_subscriber(other, Wanted("x@example.com", vouched="told me"), NOW)
    theirs = backup_ledger(other, str(tmp_path / "theirs.db"), NOW)
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"rubbish" * 1000)
    for source, error in ((theirs, UsageError), (str(rubbish), LedgerError), (str(tmp_path / "none.db"), UsageError)):
        with pytest.raises(error):
            restore_ledger(blog, source, NOW)
        assert [who for who, _ in states(blog)] == ["ada", "bob", "eve"]


def test_postgresql_brings_its_own_tools(blog: Workspace, postgres_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INKWRIGHT_LEDGER", postgres_url)
    with pytest.raises(UsageError, match="pg_dump"):
        backup_ledger(blog, "", NOW)
    with pytest.raises(UsageError, match="pg_restore"):
        restore_ledger(blog, "x.db", NOW)


def test_on_the_command_line(blog: Workspace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(blog.root)
    run = CliRunner().invoke(main, ["newsletter", "backup", "--out", "copy.db"], catch_exceptions=False)
    assert run.output == "Copied to copy.db.\n"
    erase_subscriber(blog, "eve@example.com", NOW)
    run = CliRunner().invoke(main, ["newsletter", "restore", "copy.db"], catch_exceptions=False)
    assert run.output.splitlines()[:2] == [
        "Restored: 2 readers.",
        "1 who left, bounced or were erased since stay away.",
    ]
