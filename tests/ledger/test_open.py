"""Opening: both databases, versions, and every way in which a file can be wrong."""

import contextlib
import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, text

from inkwright.ledger import open as opening
from inkwright.ledger.open import Ledger, open_ledger
from inkwright.ledger.tables import metadata
from inkwright.ledger.versions import newest, version_of
from inkwright.model.errors import LedgerError, UsageError


def put(ledger: Ledger, key: str, durable: bool = False) -> None:
    with ledger.write(durable) as connection:
        connection.execute(text("INSERT INTO meta (key, value) VALUES (:key, 'x')"), {"key": key})


def keys(ledger: Ledger) -> list[str]:
    with ledger.read() as connection:
        return list(connection.execute(text("SELECT key FROM meta ORDER BY key")).scalars())


@pytest.mark.parametrize("durable", [False, True])
def test_what_was_written_is_there_when_it_is_opened_again(ledger: Ledger, ledger_place: str | Path, durable: bool):
    put(ledger, "a", durable)
    with contextlib.closing(open_ledger(ledger_place)) as again:
        assert keys(again) == ["a"]


def test_a_transaction_is_whole_or_not_at_all(ledger: Ledger):
    with pytest.raises(RuntimeError), ledger.write() as connection:
        connection.execute(text("INSERT INTO meta (key, value) VALUES ('a', 'x')"))
        raise RuntimeError
    assert keys(ledger) == []
    put(ledger, "b")
    assert keys(ledger) == ["b"]


def test_who_reads_sees_one_state_and_keeps_nobody_from_writing(ledger: Ledger):
    with ledger.read() as connection:
        count = text("SELECT count(*) FROM meta")
        assert connection.execute(count).scalar() == 0
        put(ledger, "a")
        assert connection.execute(count).scalar() == 0
    assert keys(ledger) == ["a"]


def test_many_writers_take_their_turn(ledger: Ledger):
    def work(name: str) -> None:
        for number in range(20):
            put(ledger, f"{name}{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys(ledger)) == 80


def test_two_programs_that_open_an_empty_ledger_at_once_make_one(ledger_place: str | Path):
    opened: list[Ledger] = []
    threads = [threading.Thread(target=lambda: opened.append(open_ledger(ledger_place))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 6
    for one in opened:
        put(one, str(id(one)))
    assert len(keys(opened[0])) == 6
    for one in opened:
        one.close()


def shape(connection) -> dict[str, object]:
    """All that a database says of its tables, as far as it can be compared."""
    seen = inspect(connection)
    shown: dict[str, object] = {}
    for table in sorted(set(seen.get_table_names()) - {"alembic_version"}):
        shown[table] = (
            [(c["name"], str(c["type"]), c["nullable"], str(c["default"])) for c in seen.get_columns(table)],
            seen.get_pk_constraint(table)["constrained_columns"],
            sorted((i["name"], tuple(i["column_names"]), bool(i["unique"])) for i in seen.get_indexes(table)),
            sorted(str(c["sqltext"]) for c in seen.get_check_constraints(table)),
            sorted(tuple(c["column_names"]) for c in seen.get_unique_constraints(table)),
            sorted((tuple(f["constrained_columns"]), f["referred_table"], str(f["options"]))
                   for f in seen.get_foreign_keys(table)),
        )  # fmt: skip
    return shown


def test_the_migrations_make_what_the_tables_say(ledger: Ledger):
    """In a second schema beside it, the tables are made from their definitions."""
    with ledger.read() as connection:
        made = shape(connection)
        assert version_of(connection) == newest()
        statements = {
            row[0]: row[1] for row in connection.execute(text(_SQL[ledger.dialect])) if row[0] != "alembic_version"
        }
    with ledger.engine.connect() as connection, connection.begin():
        connection.execute(text("DROP TABLE alembic_version"))
        metadata.drop_all(connection)
        metadata.create_all(connection)
        assert shape(connection) == made
        defined = {row[0]: row[1] for row in connection.execute(text(_SQL[ledger.dialect]))}
    assert {name: sql and " ".join(sql.split()) for name, sql in statements.items()} == {
        name: sql and " ".join(sql.split()) for name, sql in defined.items()
    }


_SQL = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
    "AND tablename <> 'alembic_version'",
}


def test_a_ledger_of_a_newer_program_is_refused(ledger: Ledger, ledger_place: str | Path):
    with ledger.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError) as caught:
        open_ledger(ledger_place)
    assert caught.value.kind == "newer"
    assert "version 9999" in str(caught.value) and str(caught.value).count(". ") == 1


def test_the_database_itself_refuses_to_change_what_a_reader_said(ledger: Ledger):
    with ledger.write() as connection:
        connection.execute(text(
            "INSERT INTO subscriber (email, email_norm, email_hmac, status, created, token_salt) "
            "VALUES ('a@b.example', 'a@b.example', :h, 'pending', 0, :s)"
        ), {"h": b"h" * 32, "s": b"s" * 16})  # fmt: skip
        connection.execute(text("INSERT INTO consent_event (sub, kind, at) VALUES (1, 'asked', 0)"))
    for statement in ("UPDATE consent_event SET at = 1", "DELETE FROM consent_event"):
        with pytest.raises(Exception, match="only added"), ledger.write() as connection:
            connection.execute(text(statement))
    with ledger.write() as connection:
        connection.execute(text("DELETE FROM subscriber"))
        assert connection.execute(text("SELECT count(*) FROM consent_event")).scalar() == 0


def test_an_id_is_never_given_twice(ledger: Ledger):
    statement = text(
        "INSERT INTO subscriber (email, email_norm, email_hmac, status, created, token_salt) "
        "VALUES ('a@b.example', 'a@b.example', :h, 'pending', 0, :s) RETURNING id"
    )
    with ledger.write() as connection:
        first = connection.execute(statement, {"h": b"h" * 32, "s": b"s" * 16}).scalar_one()
        connection.execute(text("DELETE FROM subscriber"))
        assert connection.execute(statement, {"h": b"h" * 32, "s": b"s" * 16}).scalar_one() > first


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("subscriber", {"status": "'gone'"}),
        ("subscriber", {"status": "'active'"}),
        ("subscriber", {"email": "'nobody'"}),
        ("subscriber", {"tags": "'gpu'"}),
        ("subscriber", {"email_hmac": "token_salt"}),
    ],
)
def test_constraints_are_in_the_database(ledger: Ledger, table: str, columns: dict[str, str]):
    with ledger.write() as connection:
        connection.execute(text(
            "INSERT INTO subscriber (email, email_norm, email_hmac, status, created, token_salt) "
            "VALUES ('a@b.example', 'a@b.example', :h, 'pending', 0, :s)"
        ), {"h": b"h" * 32, "s": b"s" * 16})  # fmt: skip
    with pytest.raises(Exception, match=r"(?i)check"), ledger.write() as connection:
        changed = ", ".join(f"{name} = {value}" for name, value in columns.items())
        connection.execute(text(f"UPDATE {table} SET {changed}"))


# a file


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_a_file_is_for_its_owner_alone(tmp_path: Path):
    file = tmp_path / "ledger.db"
    open_ledger(file).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    with contextlib.closing(open_ledger(file)) as ledger:
        put(ledger, "a")
        modes = [stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()]
    assert set(modes) == {0o600}


def test_a_file_that_is_no_database_and_one_that_is_another(tmp_path: Path):
    rubbish, other = tmp_path / "rubbish.db", tmp_path / "other.db"
    rubbish.write_bytes(os.urandom(5000))
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    before = other.read_bytes()
    for file, kind in ((rubbish, "corrupt"), (other, "foreign")):
        with pytest.raises(LedgerError) as caught:
            open_ledger(file)
        assert caught.value.kind == kind and file.name in str(caught.value)
    with contextlib.closing(sqlite3.connect(other)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    assert len(before) == len(other.read_bytes())


def test_a_damaged_file_is_said(tmp_path: Path):
    file = tmp_path / "ledger.db"
    with contextlib.closing(open_ledger(file)) as ledger:
        for number in range(300):
            put(ledger, f"{number}" * 40)
    data = bytearray(file.read_bytes())
    data[4096 : len(data) // 2 // 4096 * 4096] = os.urandom(len(data) // 2 // 4096 * 4096 - 4096)
    file.write_bytes(data)
    with pytest.raises(LedgerError) as caught, contextlib.closing(open_ledger(file)) as ledger:
        keys(ledger)
    assert caught.value.kind == "corrupt"


def test_another_writer_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "ledger.db"
    open_ledger(file).close()
    monkeypatch.setattr(opening, "WAIT", 0.1)
    with (
        contextlib.closing(open_ledger(file)) as ledger,
        contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert keys(ledger) == []
        with pytest.raises(LedgerError) as caught:
            put(ledger, "a")
        assert caught.value.kind == "locked"
        other.execute("ROLLBACK")
        put(ledger, "a")
        assert keys(ledger) == ["a"]


@pytest.mark.parametrize(("pragma", "kind"), [("query_only = ON", "read-only"), ("max_page_count = 1", "full")])
def test_a_disk_that_is_read_only_or_full(tmp_path: Path, pragma: str, kind: str):
    with contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        put(ledger, "before")
        ledger.engine.dispose()
        event.listen(ledger.engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
        with pytest.raises(LedgerError) as caught, ledger.write() as connection:
            for number in range(200):
                values = {"key": f"{number}" * 200}
                connection.execute(text("INSERT INTO meta (key, value) VALUES (:key, 'x')"), values)
        assert caught.value.kind == kind and "nothing was changed" in str(caught.value)
        assert keys(ledger) == ["before"]


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(LedgerError) as caught:
        open_ledger(tmp_path / "nowhere" / "ledger.db")
    assert caught.value.kind == "closed"


def test_what_is_no_ledger_is_left_as_it_is(tmp_path: Path):
    other = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    for place in (tmp_path, other):
        place.chmod(0o755)
        with pytest.raises(LedgerError):
            open_ledger(place)
        assert stat.S_IMODE(place.stat().st_mode) == 0o755


def test_sync_writes_the_log_of_changes_and_survives_without_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    synced: list[int] = []
    monkeypatch.setattr(opening.os, "fdatasync", synced.append, raising=False)
    with contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        put(ledger, "a")
        ledger.sync()
        assert len(synced) == 1
        ledger.engine.dispose()
        ledger.sync()
        assert len(synced) == 1


def test_durable_writes_are_synced_and_others_are_not(tmp_path: Path):
    with contextlib.closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        for durable, level in ((True, 2), (False, 1), (True, 2)):
            with ledger.write(durable) as connection:
                assert connection.execute(text("PRAGMA synchronous")).scalar() == level


# a server


@pytest.mark.parametrize("address", ["mysql://a/b", "postgresql+asyncpg://a/b", "://", "nonsense://"])
def test_an_address_of_no_ledger(address: str):
    with pytest.raises(UsageError, match="postgresql://user"):
        open_ledger(address)


def test_a_server_that_is_not_there_is_said_without_the_password():
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://ada:secret-word@127.0.0.1:1/readers")
    assert caught.value.kind == "closed"
    assert "secret-word" not in str(caught.value) and "INKWRIGHT_LEDGER" in str(caught.value)


def test_postgresql_may_hold_other_tables_beside_the_ledger(postgres_url: str):
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    with contextlib.closing(open_ledger(postgres_url)) as ledger:
        put(ledger, "a")
        assert keys(ledger) == ["a"]


def test_a_durable_write_waits_for_the_disk_of_the_server(postgres_url: str):
    with contextlib.closing(open_ledger(f"{postgres_url}&options=-c%20synchronous_commit%3Doff")) as ledger:
        for durable, expected in ((True, "on"), (False, "off")):
            with ledger.write(durable) as connection:
                assert connection.execute(text("SHOW synchronous_commit")).scalar() == expected
