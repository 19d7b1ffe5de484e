"""The first version of the ledger: all tables, and consent events that cannot be changed.

The tables stand here as they were in that version. What changes in `ledger/tables.py` later is a migration of its own.
"""

from alembic import op
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

revision = "0001"
down_revision = None

_tables = MetaData()
_Number = BigInteger().with_variant(Integer, "sqlite")
_TODO = text("state IN ('queued', 'attempting', 'retry')")

Table("meta", _tables, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

Table(
    "secret", _tables,
    Column("id", _Number, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("retired", BigInteger),
    CheckConstraint("kind IN ('signing', 'address')", name="secret_kind"),
    CheckConstraint("length(value) >= 32", name="secret_long_enough"),
    Index("secret_address", "kind", unique=True, sqlite_where=text("kind = 'address'"),
          postgresql_where=text("kind = 'address'")),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "subscriber", _tables,
    Column("id", _Number, primary_key=True),
    Column("email", Text, nullable=False),
    Column("email_norm", Text, nullable=False, unique=True),
    Column("email_hmac", LargeBinary, nullable=False, unique=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("status", Text, nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("confirmed", BigInteger),
    Column("tags", Text, nullable=False, server_default=","),
    Column("token_salt", LargeBinary, nullable=False),
    CheckConstraint("status IN ('pending', 'active', 'unsubscribed')", name="subscriber_status"),
    CheckConstraint("status <> 'active' OR confirmed IS NOT NULL", name="subscriber_active_is_confirmed"),
    CheckConstraint("email LIKE '%_@_%'", name="subscriber_email"),
    CheckConstraint("length(email_hmac) = 32", name="subscriber_hmac"),
    CheckConstraint("length(token_salt) >= 16", name="subscriber_salt"),
    CheckConstraint("tags LIKE ',%' AND tags LIKE '%,'", name="subscriber_tags"),
    Index("subscriber_state", "status"),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "consent_event", _tables,
    Column("id", _Number, primary_key=True),
    Column("sub", _Number, ForeignKey("subscriber.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("source", Text, nullable=False, server_default=""),
    Column("form_version", Text, nullable=False, server_default=""),
    CheckConstraint(
        "kind IN ('asked', 'confirmed', 'unsubscribed', 'lists', 'imported', 'declared')", name="consent_kind"
    ),
    Index("consent_of", "sub"),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "suppression", _tables,
    Column("email_hmac", LargeBinary, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    CheckConstraint(
        "reason IN ('hard-bounce', 'soft-bounces', 'complaint', 'erased', 'owner')", name="suppression_reason"
    ),
    CheckConstraint("length(email_hmac) = 32", name="suppression_hmac"),
)  # fmt: skip

Table(
    "issue", _tables,
    Column("id", _Number, primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("frozen_at", BigInteger),
    Column("send_at", BigInteger),
    Column("done_at", BigInteger),
    Column("subject", Text, nullable=False, server_default=""),
    Column("from_addr", Text, nullable=False, server_default=""),
    Column("list", Text, nullable=False, server_default=""),
    Column("body", LargeBinary),
    Column("body_sha256", Text),
    Column("audience", Integer, nullable=False, server_default="0"),
    Column("pause_reason", Text, nullable=False, server_default=""),
    CheckConstraint(
        "state IN ('draft', 'frozen', 'sending', 'paused', 'sent', 'cancelled')", name="issue_state"
    ),
    CheckConstraint(
        "state IN ('draft', 'cancelled') OR (frozen_at IS NOT NULL AND body IS NOT NULL AND body_sha256 IS NOT NULL)",
        name="issue_is_frozen",
    ),
    CheckConstraint("audience >= 0", name="issue_audience"),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "delivery", _tables,
    Column("issue", _Number, ForeignKey("issue.id"), nullable=False),
    Column("sub", _Number, nullable=False),
    Column("addr", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("due", BigInteger),
    Column("owner", Text),
    Column("lease", BigInteger),
    Column("relay_reply", Text, nullable=False, server_default=""),
    Column("sent_at", BigInteger),
    PrimaryKeyConstraint("issue", "sub"),
    CheckConstraint(
        "state IN ('queued', 'attempting', 'sent', 'retry', 'failed', 'skipped', 'uncertain')", name="delivery_state"
    ),
    CheckConstraint("state <> 'attempting' OR owner IS NOT NULL", name="delivery_has_owner"),
    CheckConstraint("state <> 'sent' OR sent_at IS NOT NULL", name="delivery_sent_at"),
    CheckConstraint("attempts >= 0", name="delivery_attempts"),
    Index("delivery_todo", "issue", "state", "due", "sub", sqlite_where=_TODO, postgresql_where=_TODO),
    Index("delivery_of", "sub"),
    sqlite_with_rowid=False,
)  # fmt: skip

Table(
    "sender", _tables,
    Column("owner", Text, primary_key=True),
    Column("issue", _Number),
    Column("host", Text, nullable=False, server_default=""),
    Column("pid", BigInteger, nullable=False, server_default="0"),
    Column("boot", Text, nullable=False, server_default=""),
    Column("started", BigInteger, nullable=False),
    Column("beat", BigInteger, nullable=False),
)  # fmt: skip

Table(
    "relay_event", _tables,
    Column("id", _Number, primary_key=True),
    Column("provider", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("issue", _Number),
    Column("sub", _Number),
    Column("at", BigInteger, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
    UniqueConstraint("provider", "event_id", name="relay_event_once"),
    Index("relay_event_of", "sub", "at"),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "link", _tables,
    Column("id", _Number, primary_key=True),
    Column("issue", _Number, ForeignKey("issue.id"), nullable=False),
    Column("url", Text, nullable=False),
    UniqueConstraint("issue", "url", name="link_once"),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "click", _tables,
    Column("id", _Number, primary_key=True),
    Column("link", _Number, ForeignKey("link.id"), nullable=False),
    Column("sub", _Number),
    Column("kind", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("click_of", "link", "sub"),
    sqlite_autoincrement=True,
)  # fmt: skip

Table(
    "open_day", _tables,
    Column("issue", _Number, ForeignKey("issue.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("issue", "day", "kind"),
)  # fmt: skip

Table(
    "visit_day", _tables,
    Column("day", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("visitors", Integer, nullable=False, server_default="0"),
    Column("views", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("day", "path"),
)  # fmt: skip

Table(
    "reading", _tables,
    Column("source", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("metric", Text, nullable=False),
    Column("over", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("referrer", Text, nullable=False, server_default=""),
    Column("value", BigInteger, nullable=False),
    PrimaryKeyConstraint("source", "page", "metric", "over", "day", "referrer"),
    CheckConstraint("over IN ('day', 'total')", name="reading_over"),
    CheckConstraint("value >= 0", name="reading_value"),
    CheckConstraint("length(day) = 10", name="reading_day"),
    sqlite_with_rowid=False,
)  # fmt: skip

Table(
    "outbox", _tables,
    Column("id", _Number, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("sub", _Number, ForeignKey("subscriber.id", ondelete="CASCADE")),
    Column("payload", Text, nullable=False, server_default="{}"),
    Column("state", Text, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("due", BigInteger),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("reply", Text, nullable=False, server_default=""),
    CheckConstraint("state IN ('queued', 'attempting', 'sent', 'failed')", name="outbox_state"),
    Index("outbox_todo", "due", sqlite_where=text("state = 'queued'"), postgresql_where=text("state = 'queued'")),
    Index("outbox_of", "sub", "made"),
    sqlite_autoincrement=True,
)  # fmt: skip

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
    _tables.create_all(connection)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
