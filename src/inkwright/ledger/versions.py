"""Which version a ledger has, and bringing an older one up to date. One too new is refused."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from inkwright.model.errors import LedgerError

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x1D4A_17C7
"""Number of the lock that two programs take in turn when they bring one PostgreSQL ledger up to date."""


def newest() -> str:
    """The version that this program knows, read from the names of the migrations."""
    return max(path.stem[1:5] for path in _MIGRATIONS.glob("m[0-9][0-9][0-9][0-9]_*.py"))


def version_of(connection: Connection) -> str:
    """The version of a ledger, "" for a database that holds none yet. Raises LedgerError for somebody else's tables."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if connection.dialect.name == "sqlite" and names:
            raise LedgerError("foreign", "this database is no ledger", hint="Name another file.")
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def check_version(version: str) -> bool:
    """Whether a ledger of that version is up to date. Raises LedgerError for one that a newer program has written."""
    if version > newest():
        raise LedgerError(
            "newer",
            f"the ledger is of version {int(version)}, this program knows {int(newest())} at most",
            hint="Install the newer inkwright: pip install --upgrade inkwright.",
        )
    return version == newest()


def migrate(connection: Connection) -> None:
    """Bring a ledger up to date within the transaction of the connection, all of it or nothing."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if check_version(version_of(connection)):
        return
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_MIGRATIONS), version_locations=[str(_MIGRATIONS)])
    context = EnvironmentContext(Config(), script, fn=lambda now, _: script._upgrade_revs("head", now))
    with context:
        context.configure(connection=connection, transactional_ddl=True)
        context.run_migrations()
