"""A token of a link or of a return address -> the reader whom it names."""

from datetime import datetime

from sqlalchemy import Connection

from inkwright.ledger.keys import every_signing_key, signing_keys
from inkwright.ledger.subscribers import find_id
from inkwright.model.subscriber import Subscriber
from inkwright.newsletter.tokens import Purpose, Token, read_token


def prove(connection: Connection, purpose: Purpose, token: str, now: datetime) -> tuple[Subscriber, Token] | None:
    """The reader whom a token of ours names, None for any other text. A link to leave holds whatever was rotated."""
    keys = every_signing_key(connection) if purpose == "unsubscribe" else signing_keys(connection, now)
    found: list[Subscriber] = []

    def salt_of(number: int) -> bytes | None:
        reader = find_id(connection, number)
        if reader is not None:
            found.append(reader)
        return reader.token_salt if reader else None

    read = read_token([key.value for key in keys], purpose, token, salt_of)
    return (found[0], read) if read and found else None
