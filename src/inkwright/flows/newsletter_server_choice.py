"""What readers choose: their lists, and what they are called. It is on the disk before it is answered."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from inkwright.flows.newsletter_proof import prove
from inkwright.flows.newsletter_server import Office
from inkwright.ledger import consent
from inkwright.ledger.subscribers import find_id, set_name
from inkwright.model.subscriber import Subscriber
from inkwright.newsletter.forms import chosen, plain_name


class Choice(Struct, frozen=True):
    """What a reader has chosen so far."""

    name: str
    lists: tuple[str, ...]


def choice(office: Office, token: str, now: datetime) -> Choice | None:
    """What a reader has chosen, None when the token is nobody's."""
    with office.ledger.read() as connection:
        proved = prove(connection, "preferences", token, now)
        return None if proved is None else _choice(proved[0], office)


def choose(office: Office, token: str, fields: Mapping[str, str], now: datetime) -> Choice | None:
    """Keep what a reader chooses in a form; what is kept now, None when the token is nobody's."""
    name, lists = plain_name(fields.get("name", "")), chosen(fields, tuple(office.pages.lists))
    with office.ledger.write(durable=True) as connection:
        proved = prove(connection, "preferences", token, now)
        if proved is None:
            return None
        reader = proved[0]
        if name != reader.name:
            set_name(connection, reader.id, name)
        consent.choose_lists(connection, reader.id, lists, office.pages.lists, now, "preferences")
        found = find_id(connection, reader.id)
        return _choice(found or reader, office)


def _choice(reader: Subscriber, office: Office) -> Choice:
    return Choice(reader.name, tuple(tag for tag in office.pages.lists if tag in reader.tags))
