"""All tables of the ledger, for the statements of this room; what makes them is `migrations/`, and a test compares.

The same on SQLite and on PostgreSQL. What must never be wrong is a constraint here, not a habit of the callers.
"""

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

from inkwright.ledger.moment import Moment

metadata = MetaData()

Number = BigInteger().with_variant(Integer, "sqlite")
"""Ids: SQLite counts up by itself only in a column that is called INTEGER."""

TODO = text("state IN ('queued', 'attempting', 'retry')")
"""Deliveries that are still to do; the small index of them is what a sender reads."""

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

secret = Table(
    "secret", metadata,
    Column("id", Number, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("made", Moment, nullable=False),
    Column("retired", Moment),
    CheckConstraint("kind IN ('signing', 'address')", name="secret_kind"),
    CheckConstraint("length(value) >= 32", name="secret_long_enough"),
    Index("secret_address", "kind", unique=True, sqlite_where=text("kind = 'address'"),
          postgresql_where=text("kind = 'address'")),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Keys: `signing` ones for tokens (the two newest are live), one `address` key for ever for hashes of addresses."""

subscriber = Table(
    "subscriber", metadata,
    Column("id", Number, primary_key=True),
    Column("email", Text, nullable=False),
    Column("email_norm", Text, nullable=False, unique=True),
    Column("email_hmac", LargeBinary, nullable=False, unique=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("status", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("confirmed", Moment),
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
"""`email` is what mail is sent to, `email_norm` who it is. `tags` stands between commas: `,gpu,llm,`; none is `,`.
An id is never given twice, not even after an erasure."""

consent_event = Table(
    "consent_event", metadata,
    Column("id", Number, primary_key=True),
    Column("sub", Number, ForeignKey("subscriber.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("source", Text, nullable=False, server_default=""),
    Column("form_version", Text, nullable=False, server_default=""),
    CheckConstraint(
        "kind IN ('asked', 'confirmed', 'unsubscribed', 'lists', 'imported', 'declared')", name="consent_kind"
    ),
    Index("consent_of", "sub"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""What a reader said and when; the database itself refuses to change a row, or to delete one of a reader who is there.

`asked` they filled in the form or were added; `confirmed` they pressed the button; `declared` the owner says that they
had consented, `source` why; `imported` they came with a list, without that; `unsubscribed`; `lists` chose other lists.
"""

suppression = Table(
    "suppression", metadata,
    Column("email_hmac", LargeBinary, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint(
        "reason IN ('hard-bounce', 'soft-bounces', 'complaint', 'erased', 'owner')", name="suppression_reason"
    ),
    CheckConstraint("length(email_hmac) = 32", name="suppression_hmac"),
)  # fmt: skip
"""Addresses that are never mailed to, whatever else is known of them."""

issue = Table(
    "issue", metadata,
    Column("id", Number, primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("frozen_at", Moment),
    Column("send_at", Moment),
    Column("done_at", Moment),
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

delivery = Table(
    "delivery", metadata,
    Column("issue", Number, ForeignKey("issue.id"), nullable=False),
    Column("sub", Number, nullable=False),
    Column("addr", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("due", Moment),
    Column("owner", Text),
    Column("lease", Moment),
    Column("relay_reply", Text, nullable=False, server_default=""),
    Column("sent_at", Moment),
    PrimaryKeyConstraint("issue", "sub"),
    CheckConstraint(
        "state IN ('queued', 'attempting', 'sent', 'retry', 'failed', 'skipped', 'uncertain')", name="delivery_state"
    ),
    CheckConstraint("state <> 'attempting' OR owner IS NOT NULL", name="delivery_has_owner"),
    CheckConstraint("state <> 'sent' OR sent_at IS NOT NULL", name="delivery_sent_at"),
    CheckConstraint("attempts >= 0", name="delivery_attempts"),
    Index("delivery_todo", "issue", "state", "due", "sub", sqlite_where=TODO, postgresql_where=TODO),
    Index("delivery_of", "sub"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""One reader of one issue. `sub` stays when its reader is erased, so that the account still sums up; `addr` goes."""

sender = Table(
    "sender", metadata,
    Column("owner", Text, primary_key=True),
    Column("issue", Number),
    Column("host", Text, nullable=False, server_default=""),
    Column("pid", BigInteger, nullable=False, server_default="0"),
    Column("boot", Text, nullable=False, server_default=""),
    Column("started", Moment, nullable=False),
    Column("beat", Moment, nullable=False),
)  # fmt: skip
"""Who is sending now, and when it was last alive."""

relay_event = Table(
    "relay_event", metadata,
    Column("id", Number, primary_key=True),
    Column("provider", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("issue", Number),
    Column("sub", Number),
    Column("at", Moment, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
    UniqueConstraint("provider", "event_id", name="relay_event_once"),
    Index("relay_event_of", "sub", "at"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Bounces and complaints as they were told, each once. No address stands here."""

link = Table(
    "link", metadata,
    Column("id", Number, primary_key=True),
    Column("issue", Number, ForeignKey("issue.id"), nullable=False),
    Column("url", Text, nullable=False),
    UniqueConstraint("issue", "url", name="link_once"),
    sqlite_autoincrement=True,
)  # fmt: skip

click = Table(
    "click", metadata,
    Column("id", Number, primary_key=True),
    Column("link", Number, ForeignKey("link.id"), nullable=False),
    Column("sub", Number),
    Column("kind", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("click_of", "link", "sub"),
    sqlite_autoincrement=True,
)  # fmt: skip

open_day = Table(
    "open_day", metadata,
    Column("issue", Number, ForeignKey("issue.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("issue", "day", "kind"),
)  # fmt: skip

visit_day = Table(
    "visit_day", metadata,
    Column("day", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("visitors", Integer, nullable=False, server_default="0"),
    Column("views", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("day", "path"),
)  # fmt: skip

reading = Table(
    "reading", metadata,
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
"""What other places counted of pages: a value of a day, or of all days up to one. No reader stands here."""

reading_mark = Table(
    "reading_mark", metadata,
    Column("source", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    PrimaryKeyConstraint("source", "page", "day"),
    CheckConstraint("length(day) = 10", name="reading_mark_day"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Which single views of a page and a day in UTC were counted: four bytes each, as `measure/marks.py` packs them. The
moment and one byte of a digest: what tells one line of a log from the next, and no reader from all others."""

reading_page = Table(
    "reading_page",
    metadata,
    Column("page", Text, primary_key=True),
    Column("post", Text, nullable=False),
    Column("text", Text, nullable=False),
)
"""Which post a page was of when its readings were taken in, and a digest of what the post said: asked only for a page
that is nobody's any more."""

outbox = Table(
    "outbox", metadata,
    Column("id", Number, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("sub", Number, ForeignKey("subscriber.id", ondelete="CASCADE")),
    Column("payload", Text, nullable=False, server_default="{}"),
    Column("state", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("due", Moment),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("reply", Text, nullable=False, server_default=""),
    CheckConstraint("state IN ('queued', 'attempting', 'sent', 'failed')", name="outbox_state"),
    Index("outbox_todo", "due", sqlite_where=text("state = 'queued'"), postgresql_where=text("state = 'queued'")),
    Index("outbox_of", "sub", "made"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""What is to go out once, besides issues. What belongs to a reader names them by `sub`, and goes with them."""
