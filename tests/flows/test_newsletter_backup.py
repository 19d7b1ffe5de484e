"""Copies of the ledger and the way back, as a writer uses them."""

import contextlib
import os
import subprocess
import time
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.flows.newsletter_desk import NOW, desk

from inkwright.cli.main import main
from inkwright.flows.ledger import ledger_for_reading, ledger_of
from inkwright.flows.newsletter_backup import backup_ledger
from inkwright.flows.newsletter_replaced import Price
from inkwright.flows.newsletter_restore import restore_ledger
from inkwright.flows.newsletter_sit import seat
from inkwright.flows.newsletter_users import known_as_server
from inkwright.flows.subscribers_add import Wanted, add_subscriber
from inkwright.flows.subscribers_erase import erase_subscriber
from inkwright.flows.subscribers_export import export_table
from inkwright.flows.subscribers_import import Wanted as ImportWanted
from inkwright.flows.subscribers_import import import_subscribers
from inkwright.ledger.compared import Lost
from inkwright.ledger.marks import restored_at
from inkwright.ledger.servers import Running, put_up, servers
from inkwright.model.errors import LedgerError, UsageError
from inkwright.process.living import host, mark_of
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


def test_what_is_lost_is_counted_before_and_who_refuses_changes_nothing(blog: Workspace, tmp_path: Path):
    add_subscriber(blog, Wanted("pending@example.com"), NOW)
    copy = backup_ledger(blog, str(tmp_path / "copy.db"), NOW)
    add_subscriber(blog, Wanted("new@example.com", vouched="told me"), NOW)
    add_subscriber(blog, Wanted("asked@example.com"), NOW)
    add_subscriber(blog, Wanted("pending@example.com", vouched="told me"), NOW)
    erase_subscriber(blog, "eve@example.com", NOW)
    told: list[Price] = []

    def refuse(price: Price) -> None:
        told.append(price)
        raise KeyboardInterrupt

    before = states(blog)
    with pytest.raises(KeyboardInterrupt):
        restore_ledger(blog, copy, NOW, refuse)
    assert states(blog) == before
    assert told == [Price(Lost(2, 1, {}))]
    assert sorted(one.name for one in blog.path("private/backup").iterdir()) == ["inkwright-2026-11-21.db"]


def test_what_cannot_be_read_is_said_to_be_unknown(blog: Workspace, tmp_path: Path):
    copy = backup_ledger(blog, str(tmp_path / "copy.db"), NOW)
    blog.path("private/inkwright.db").write_bytes(os.urandom(20_000))
    told: list[Price] = []
    restore_ledger(blog, copy, NOW, told.append)
    assert told == [Price(None)]


def test_a_ledger_that_is_in_use_is_not_replaced(blog: Workspace, tmp_path: Path):
    copy = backup_ledger(blog, str(tmp_path / "copy.db"), NOW)
    with contextlib.closing(ledger_of(blog)) as ledger:
        with (
            known_as_server(ledger),
            pytest.raises(UsageError, match=r"in use by `newsletter server` \(process \d+"),
        ):
            restore_ledger(blog, copy, NOW)
        with (
            seat(ledger, lambda: NOW, time.monotonic, "resend"),
            pytest.raises(UsageError, match=r"in use by a sending \(process \d+ on"),
        ):
            restore_ledger(blog, copy, NOW)
        with ledger.write() as connection:
            put_up(connection, Running("elsewhere", 7, "other-boot pid:[1] 5"))
            dead = subprocess.Popen(["true"])
            dead.wait()
            put_up(connection, Running(host(), dead.pid, f"{mark_of(os.getpid()).rsplit(' ', 1)[0]} 1"))
        told: list[Price] = []
        restore_ledger(blog, copy, NOW, told.append)
    assert [one.perhaps for one in told] == [("`newsletter server` (process 7 on elsewhere)",)]


def test_a_server_that_begins_forgets_those_that_ended(blog: Workspace):
    ended = Running(host(), 999_999_999, f"{mark_of(os.getpid()).rsplit(' ', 1)[0]} 1")
    with contextlib.closing(ledger_of(blog)) as ledger:
        with ledger.write() as connection:
            put_up(connection, ended)
        with known_as_server(ledger), ledger.read() as connection:
            assert [one.pid for one in servers(connection)] == [os.getpid()]
        with ledger.read() as connection:
            assert servers(connection) == []


def test_two_copies_in_a_second_are_two_files(blog: Workspace):
    names = [backup_ledger(blog, "", NOW) for _ in range(3)]
    assert [name.removeprefix("private/backup/ledger-2026-11-21-") for name in names] == [
        "120000.db", "120000-2.db", "120000-3.db",
    ]  # fmt: skip


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
    run = CliRunner().invoke(main, ["newsletter", "restore", "copy.db", "--yes"], catch_exceptions=False)
    assert run.output.splitlines()[:2] == [
        "Restored: 2 readers.",
        "1 who left, bounced or were erased since stay away.",
    ]


def test_the_command_line_says_what_is_lost(blog: Workspace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(blog.root)
    call = lambda *words: CliRunner().invoke(main, ["newsletter", *words], catch_exceptions=False)  # noqa: E731
    call("backup", "--out", "copy.db")
    assert call("restore", "copy.db", "--yes").stderr == ""
    add_subscriber(blog, Wanted("new@example.com", vouched="told me"), NOW)
    said = call("restore", "copy.db", "--yes").stderr
    assert said == (
        "Since this copy was made 1 reader came: that is lost by it, and only in the copy of the ledger as it is now.\n"
    )
