import contextlib
import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from tests.ledger.people import NOW, reader

from inkwright.ledger import backup as copying
from inkwright.ledger.backup import KEPT, backup, daily_backup, look_through, restore_file, set_aside
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.ledger.subscribers import counts
from inkwright.ledger.versions import newest
from inkwright.model.errors import LedgerError, UsageError


@pytest.fixture
def filled(tmp_path: Path):
    with contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        with ledger.write() as connection:
            for number in range(50):
                reader(connection, f"r{number}@example.com")
        yield ledger


def readers(file: Path) -> int:
    with contextlib.closing(open_ledger(file)) as ledger, ledger.read() as connection:
        return sum(counts(connection).values())


def test_a_copy_holds_all_and_is_for_its_owner_alone(filled: Ledger, tmp_path: Path):
    copy = tmp_path / "copies" / "copy.db"
    backup(filled, copy)
    assert [one.name for one in copy.parent.iterdir()] == ["copy.db"]
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert look_through(copy) == newest() and readers(copy) == 50
    with pytest.raises(UsageError, match="file of that name"):
        backup(filled, copy)


def test_a_copy_made_while_others_write_is_one_state(filled: Ledger, tmp_path: Path):
    """Each transaction puts in two readers: a copy with an odd number would be torn."""
    stop = threading.Event()

    def work() -> None:
        number = 0
        while not stop.is_set():
            with filled.write() as connection:
                reader(connection, f"a{number}@example.com")
                reader(connection, f"b{number}@example.com")
            number += 1

    thread = threading.Thread(target=work)
    thread.start()
    try:
        copies = [tmp_path / f"copy{number}.db" for number in range(5)]
        for copy in copies:
            backup(filled, copy)
    finally:
        stop.set()
        thread.join()
    found = [readers(copy) for copy in copies]
    assert all(count % 2 == 0 for count in found) and found == sorted(found)


def test_the_first_of_a_day_and_the_last_fourteen(filled: Ledger, tmp_path: Path):
    folder = tmp_path / "backup"
    folder.mkdir()
    (folder / "by-hand.db").write_bytes(b"mine")
    for day in range(1, KEPT + 4):
        assert daily_backup(filled, folder, f"2026-11-{day:02}") == folder / f"inkwright-2026-11-{day:02}.db"
        assert daily_backup(filled, folder, f"2026-11-{day:02}") is None
    kept = sorted(one.name for one in folder.iterdir())
    assert kept == ["by-hand.db", *(f"inkwright-2026-11-{day:02}.db" for day in range(4, KEPT + 4))]


def test_an_empty_ledger_is_not_copied(tmp_path: Path):
    with contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        assert daily_backup(ledger, tmp_path / "backup", "2026-11-21") is None
    assert not (tmp_path / "backup").exists()


def test_a_disk_that_fills_leaves_no_half_copy(filled: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "_sync", full)
    with pytest.raises(LedgerError, match="No space left"):
        backup(filled, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_damaged_copy_is_not_brought_back(filled: Ledger, tmp_path: Path):
    copy, other = tmp_path / "copy.db", tmp_path / "other.db"
    backup(filled, copy)
    data = bytearray(copy.read_bytes())
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    for name, content, kind in (
        ("cut.db", data[: len(data) // 2], "corrupt"),
        ("turned.db", data[:4096] + os.urandom(4096) + data[8192:], "corrupt"),
        ("rubbish.db", os.urandom(9000), "corrupt"),
        ("other.db", other.read_bytes(), "foreign"),
        ("empty.db", b"", "foreign"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(LedgerError) as caught:
            look_through(file)
        assert caught.value.kind == kind, name
        assert name in str(caught.value)
        assert file.read_bytes() == bytes(content)


def test_a_copy_of_a_newer_program_is_refused(filled: Ledger, tmp_path: Path):
    copy = tmp_path / "copy.db"
    backup(filled, copy)
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError) as caught:
        look_through(copy)
    assert caught.value.kind == "newer"


def test_restoring_changes_an_open_ledger_at_once(filled: Ledger, tmp_path: Path):
    copy = tmp_path / "copy.db"
    backup(filled, copy)
    with filled.write() as connection:
        reader(connection, "new@example.com")
    restore_file(copy, tmp_path / "ledger.db")
    with filled.read() as connection:
        assert sum(counts(connection).values()) == 50
    with filled.write(durable=True) as connection:
        reader(connection, "newer@example.com")
    assert readers(tmp_path / "ledger.db") == 51


def test_a_damaged_ledger_is_moved_with_all_that_belongs_to_it(tmp_path: Path):
    for name in ("l.db", "l.db-wal", "l.db-shm", "other.db"):
        (tmp_path / name).write_text(name)
    new = set_aside(tmp_path / "l.db", NOW)
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        new.name, f"{new.name}-shm", f"{new.name}-wal", "other.db",
    ]  # fmt: skip
    assert new.read_text() == "l.db"


def test_postgresql_has_its_own(postgres_url: str, tmp_path: Path):
    with contextlib.closing(open_ledger(postgres_url)) as ledger:
        with pytest.raises(UsageError, match="pg_dump"):
            backup(ledger, tmp_path / "copy.db")
        assert daily_backup(ledger, tmp_path, "2026-11-21") is None
