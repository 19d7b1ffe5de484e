"""Sign-ups that wait -> readers who are to be asked, within the limits."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection

from inkwright.flows.newsletter_server import Office
from inkwright.ledger import consent, outbox
from inkwright.ledger.keys import address_hash, address_key
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppression_of
from inkwright.model.outgoing import Outgoing
from inkwright.model.subscriber import Address
from inkwright.newsletter.forms import FORM_VERSION
from inkwright.newsletter.limits import HOUR, IN_ALL, free_in_an_hour, may_ask_to_confirm

SOURCE = "form"


class Looked(Struct, frozen=True):
    """What became of the sign-ups that waited: how many mails are to go out, how many sign-ups still wait, and a line
    for the owner when they wait because too many came."""

    asked: int
    waiting: int
    alarm: str = ""


def look_at_sign_ups(office: Office, now: datetime) -> Looked:
    """Look at what waits, as far as the limit of an hour goes. Each is settled in one transaction with what it leads
    to, so that a crash neither loses nor doubles it."""
    asked = 0
    while True:
        with office.ledger.write(durable=True) as connection:
            made = outbox.count_since(connection, outbox.CONFIRM, now - HOUR)
            item = outbox.take(connection, outbox.SIGN_UP, now) if free_in_an_hour(made) else None
            if item is not None:
                asked += _look(connection, office, item, now)
                outbox.drop(connection, item)
                continue
            waiting = outbox.count_waiting(connection, outbox.SIGN_UP)
        full = waiting and not free_in_an_hour(made)
        alarm = f"{waiting} sign-ups wait: {IN_ALL} mails an hour that ask to confirm are the limit" if full else ""
        return Looked(asked, waiting, alarm)


def ask_by_mail(connection: Connection, subscriber: int, now: datetime) -> bool:
    """Let a mail go out that asks a reader to confirm; False when they were asked today, or often enough."""
    if not may_be_asked(connection, subscriber, now):
        return False
    return outbox.queue(
        connection, outbox.CONFIRM, f"{outbox.CONFIRM}:{subscriber}:{now.timestamp():.0f}", now, subscriber
    )


def may_be_asked(connection: Connection, subscriber: int, now: datetime) -> bool:
    """Whether the limits let a reader be asked to confirm. Who confirmed since begins anew."""
    agreed = [event.at for event in consent.history(connection, subscriber) if event.kind == "confirmed"]
    last = max(agreed, default=None)
    asked = outbox.put_in_at(connection, outbox.CONFIRM, subscriber)
    return may_ask_to_confirm([at for at in asked if last is None or at > last], now)


def _look(connection: Connection, office: Office, item: Outgoing, now: datetime) -> bool:
    """Whether a mail goes out for one sign-up: not to readers, nor to who is suppressed, nor to who was asked today."""
    address = Address(item.payload["email"], item.payload["norm"])
    hashed = address_hash(address_key(connection, now), address.norm)
    known = find(connection, address.norm)
    if suppression_of(connection, hashed) or (known and known.status == "active"):
        return False
    if known and not may_be_asked(connection, known.id, now):
        return False
    name, lists = item.payload["name"], tuple(item.payload["lists"])
    said = {"source": SOURCE, "form_version": FORM_VERSION}
    asked = consent.ask(connection, address, hashed, now, name=name, tags=lists, **said)
    if asked.subscriber is None:
        return False
    if known and lists:
        consent.choose_lists(connection, known.id, lists, office.pages.lists, now, SOURCE)
    return ask_by_mail(connection, asked.subscriber, now)
