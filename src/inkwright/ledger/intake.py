"""Lists from elsewhere go in here. Whatever a list says, consent is only lowered by it, never raised.

Who has left stays away, who is suppressed stays so, who is known keeps their lists and their name. Only a reader who is
new here may become active, and only when the owner vouches for it.
"""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import Connection

from inkwright.ledger.consent import doubt, record, unsubscribe
from inkwright.ledger.keys import address_hash, address_key
from inkwright.ledger.subscribers import put_in, standings
from inkwright.ledger.suppression import STRENGTH, suppress_many, suppressed
from inkwright.model.subscriber import (
    ConsentEvent,
    Intake,
    NewSubscriber,
    Person,
    Said,
    Standing,
    Status,
)

_WORST: tuple[Said, ...] = ("subscribed", "pending", "unsubscribed")


def take_in(
    connection: Connection, people: Sequence[Person], now: datetime, *, source: str, vouched: str = ""
) -> Intake:
    """Take in at most `subscribers.AT_ONCE` people; what became of them sums up to their number.

    `source` names the list, `vouched` how they agreed, in the owner's words; "" leaves new ones pending. An address
    that stands there twice counts as it is said worst. Run again it changes nothing.
    """
    key = address_key(connection, now)
    worst = _worst(people)
    hashes = {norm: address_hash(key, norm) for norm in worst}
    known = standings(connection, worst)
    before = suppressed(connection, hashes.values())
    suppress_many(connection, [(hashes[norm], one.stopped, now) for norm, one in worst.items() if one.stopped])
    after = suppressed(connection, hashes.values())
    done = Intake(same=len(people) - len(worst))
    new: list[tuple[NewSubscriber, bool]] = []
    for norm, person in worst.items():
        standing, hashed = known.get(norm), hashes[norm]
        stopped = after.get(hashed) != before.get(hashed)
        if standing is not None:
            done += _known(connection, standing, person, stopped, now, source)
        elif hashed in before:
            done += Intake(stopped=1) if stopped else Intake(barred=1)
        else:
            new.append((_new(person, hashed, now, vouched), stopped))
    added = _add(connection, [one for one, _ in new], now, source, vouched)
    for one, stopped in new:
        here = one.email_norm in added
        done += Intake(stopped=1) if stopped else _ADDED[one.status] if here else Intake(same=1)
    return done


_ADDED: dict[Status, Intake] = {
    "active": Intake(active=1), "pending": Intake(pending=1), "unsubscribed": Intake(left=1)
}  # fmt: skip


def _worst(people: Sequence[Person]) -> dict[str, Person]:
    """Each address once, as it is said worst."""
    found: dict[str, Person] = {}
    for one in people:
        first = found.setdefault(one.email_norm, one)
        if first is not one:
            said = max(first.said, one.said, key=_WORST.index)
            stops = [stop for stop in STRENGTH if stop in (first.stopped, one.stopped)]
            found[one.email_norm] = replace(first, said=said, stopped=stops[-1] if stops else None)
    return found


def _known(
    connection: Connection, standing: Standing, one: Person, stopped: bool, now: datetime, source: str
) -> Intake:
    """Somebody who is there already: they may leave, or be in doubt again by the list that brought them."""
    if one.said == "unsubscribed" and unsubscribe(connection, standing.id, now, source):
        return Intake(lowered=1)
    if one.said == "pending" and standing.status == "active" and doubt(connection, standing.id, now, source):
        return Intake(lowered=1)
    return Intake(stopped=1) if stopped else Intake(same=1)


def _new(one: Person, hashed: bytes, now: datetime, vouched: str) -> NewSubscriber:
    created = min(one.created or now, now)
    status: Status = "unsubscribed" if one.said == "unsubscribed" else "pending"
    confirmed = one.confirmed if status == "unsubscribed" else None
    if one.said == "subscribed" and vouched:
        status, confirmed = "active", one.confirmed or now
    return NewSubscriber(
        one.email, one.email_norm, hashed, status, created, confirmed and min(confirmed, now), one.name, one.tags
    )


def _add(
    connection: Connection, new: Sequence[NewSubscriber], now: datetime, source: str, vouched: str
) -> dict[str, int]:
    """Put in who is not there; the ids of those by address."""
    ids = put_in(connection, new)
    events = []
    for one in new:
        if one.email_norm not in ids:
            continue
        events.append((ids[one.email_norm], ConsentEvent("imported", now, source)))
        if one.status == "active":
            events.append((ids[one.email_norm], ConsentEvent("declared", now, vouched)))
        elif one.status == "unsubscribed":
            events.append((ids[one.email_norm], ConsentEvent("unsubscribed", now, source)))
    record(connection, events)
    return ids
