"""Which single views were counted, so that two halves of one day add up and the same half twice does not; and which
post a page was of."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

revision = "0002"
down_revision = "0001"

_tables = MetaData()

Table(
    "reading_mark", _tables,
    Column("source", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    PrimaryKeyConstraint("source", "page", "day"),
    CheckConstraint("length(day) = 10", name="reading_mark_day"),
    sqlite_with_rowid=False,
)  # fmt: skip

Table(
    "reading_page",
    _tables,
    Column("page", Text, primary_key=True),
    Column("post", Text, nullable=False),
    Column("text", Text, nullable=False),
)


def upgrade() -> None:
    """Make the tables."""
    _tables.create_all(op.get_bind())
