"""What a ledger holds that another one, an older copy of it, may not: readers, their consent, what was sent."""

from collections.abc import Mapping

from msgspec import Struct, field
from sqlalchemy import Connection, func, select

from inkwright.ledger.tables import delivery, issue, subscriber


class Held(Struct, frozen=True):
    """Normal addresses of all readers, of those who agreed to get mail, and how many got each issue, by its name."""

    readers: frozenset[str]
    agreed: frozenset[str]
    sent: Mapping[str, int]


class Lost(Struct, frozen=True):
    """What a copy does not know: readers, consents of readers whom it knows, and issues that went out to more than it
    knows of, by name with how many have them."""

    readers: int = 0
    consents: int = 0
    issues: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.readers or self.consents or self.issues)


def held(connection: Connection) -> Held:
    """What a ledger holds."""
    readers = connection.execute(select(subscriber.c.email_norm, subscriber.c.status)).all()
    sent = (
        select(issue.c.slug, func.count())
        .join(delivery, delivery.c.issue == issue.c.id)
        .where(delivery.c.state.in_(("sent", "uncertain")))
        .group_by(issue.c.slug)
        .order_by(issue.c.slug)
    )
    return Held(
        frozenset(norm for norm, _ in readers),
        frozenset(norm for norm, status in readers if status == "active"),
        {row[0]: row[1] for row in connection.execute(sent)},
    )


def lost(here: Held, copy: Held) -> Lost:
    """What is in the ledger and not in the copy."""
    return Lost(
        len(here.readers - copy.readers),
        len((here.agreed - copy.agreed) & copy.readers),
        {slug: count for slug, count in here.sent.items() if count > copy.sent.get(slug, 0)},
    )
