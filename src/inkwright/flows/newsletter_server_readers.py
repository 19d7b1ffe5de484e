"""What readers do with the links in their mail: confirm, leave. Each is on the disk before it is answered."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from inkwright.flows.newsletter_proof import prove
from inkwright.flows.newsletter_server import Office
from inkwright.ledger import consent
from inkwright.newsletter.forms import FORM_VERSION
from inkwright.newsletter.opt_in import holds
from inkwright.newsletter.tokens import Purpose

Confirmable = Literal["ready", "already", "expired", "unknown"]
"""Whether a link confirms: `already` its reader is active, `expired` it holds no more, `unknown` it is none of ours."""


def knows(office: Office, purpose: Purpose, token: str, now: datetime) -> bool:
    """Whether a token is a reader's, for a page that only asks."""
    with office.ledger.read() as connection:
        return prove(connection, purpose, token, now) is not None


def confirmable(office: Office, token: str, now: datetime) -> Confirmable:
    """What pressing the button would do, for the page that shows it."""
    with office.ledger.read() as connection:
        return _confirmable(connection, token, now)[0]


def confirm(office: Office, token: str, now: datetime) -> Confirmable:
    """A reader presses the button; `ready` says that they are active now."""
    with office.ledger.write(durable=True) as connection:
        state, subscriber = _confirmable(connection, token, now)
        if state == "ready" and not consent.confirm(connection, subscriber, now, "link in the mail", FORM_VERSION):
            return "expired"
        return state


def leave(office: Office, token: str, now: datetime, way: str) -> bool:
    """A reader leaves; False when the token is nobody's. Leaving twice is as good as once. `way` says how they did."""
    with office.ledger.write(durable=True) as connection:
        proved = prove(connection, "unsubscribe", token, now)
        if proved is None:
            return False
        reader, said = proved
        consent.unsubscribe(connection, reader.id, now, f"{way}, issue {said.issue}" if said.issue else way)
        return True


def _confirmable(connection: Connection, token: str, now: datetime) -> tuple[Confirmable, int]:
    proved = prove(connection, "confirm", token, now)
    if proved is None:
        return "unknown", 0
    reader, said = proved
    if reader.status == "active":
        return "already", reader.id
    left = [event.at for event in consent.history(connection, reader.id) if event.kind == "unsubscribed"]
    good = reader.status == "pending" and holds(said.issue, now, max(left, default=None))
    return ("ready" if good else "expired"), reader.id
