"""The first version of the ledger: all tables, and consent events that cannot be changed."""

from alembic import op

from inkwright.ledger.tables import metadata

revision = "0001"
down_revision = None

_SQLITE = (
    "CREATE TRIGGER consent_event_no_change BEFORE UPDATE ON consent_event "
    "BEGIN SELECT RAISE(ABORT, 'consent events are only added'); END",
    "CREATE TRIGGER consent_event_no_delete BEFORE DELETE ON consent_event "
    "WHEN EXISTS (SELECT 1 FROM subscriber WHERE id = OLD.sub) "
    "BEGIN SELECT RAISE(ABORT, 'consent events are only added'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION consent_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM subscriber WHERE id = OLD.sub) THEN "
    "RAISE EXCEPTION 'consent events are only added'; END IF; RETURN OLD; END $$",
    "CREATE TRIGGER consent_event_stays BEFORE UPDATE OR DELETE ON consent_event "
    "FOR EACH ROW EXECUTE FUNCTION consent_event_stays()",
)


def upgrade() -> None:
    """Make everything in an empty database."""
    connection = op.get_bind()
    metadata.create_all(connection)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
