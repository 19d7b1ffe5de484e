"""Who may be mailed to, as conditions for other statements: decided in the moment in which a statement runs."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, not_, or_

from inkwright.ledger.tables import subscriber, suppression


def may_be_mailed() -> ColumnElement[bool]:
    """The row of `subscriber` is of an active reader against whom nothing stands. For statements over that table."""
    return and_(
        subscriber.c.status == "active",
        not_(exists().where(suppression.c.email_hmac == subscriber.c.email_hmac).correlate(subscriber)),
    )


def reader_may_be_mailed(sub: ColumnElement[int]) -> ColumnElement[bool]:
    """The reader with the id of a column (`delivery.c.sub`) is there, active and not suppressed."""
    return (
        exists()
        .where(subscriber.c.id == sub, subscriber.c.status == "active")
        .where(not_(exists().where(suppression.c.email_hmac == subscriber.c.email_hmac).correlate(subscriber)))
    )


def has_tag(tag: str) -> ColumnElement[bool]:
    """The row of `subscriber` has a tag."""
    return subscriber.c.tags.contains(f",{tag},", autoescape=True)


def wants(list_: str, lists: Collection[str]) -> ColumnElement[bool] | None:
    """The row of `subscriber` wants what goes to a list: it chose that one, or none of all `lists`. None is no
    condition: an issue that belongs to no list goes to every reader."""
    if not list_:
        return None
    others = [has_tag(one) for one in lists]
    return or_(has_tag(list_), not_(or_(*others))) if others else has_tag(list_)
