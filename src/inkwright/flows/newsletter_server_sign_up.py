"""What somebody sends with the form -> a wish in the outbox. Who they are is looked up later, so that the answer, its
status and the time it takes are the same for every address."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from inkwright.flows.newsletter_server import Office
from inkwright.ledger.keys import signing_keys
from inkwright.ledger.outbox import CONFIRM, SIGN_UP, count_waiting, queue
from inkwright.newsletter.address import read_address
from inkwright.newsletter.forms import Refusal, form_token, read_form
from inkwright.newsletter.limits import WAITING


def new_form(office: Office, now: datetime) -> str:
    """What a form that is shown now carries."""
    with office.ledger.read() as connection:
        return form_token(signing_keys(connection, now)[0].value, now)


def sign_up(office: Office, fields: Mapping[str, str], network: str, now: datetime, clock: float) -> Refusal | None:
    """Keep a sign-up, on the disk when this returns; None when it is taken, or when it seems so to a program.

    `network` is the address that it came from, `clock` seconds that never go back. A refusal is one of `read_form`, or
    `many` (too much from that network), or `full` (too many wait to be asked).
    """
    with office.ledger.read() as connection:
        keys = [key.value for key in signing_keys(connection, now)]
        waiting = count_waiting(connection, SIGN_UP) + count_waiting(connection, CONFIRM)
    wanted = read_form(fields, keys, tuple(office.pages.lists), now)
    if isinstance(wanted, Refusal):
        return None if wanted.kind == "trapped" else wanted
    try:
        address = read_address(wanted.email)
    except ValueError as error:
        return Refusal("address", f"This is no address that mail can be sent to: {error}.")
    if not office.networks.may(network, clock):
        return Refusal("many", "Too many asked from your network. Please try again in an hour.")
    if waiting >= WAITING:
        return Refusal("full", "Very many ask just now. Please try again tomorrow.")
    payload = {"email": address.email, "norm": address.norm, "name": wanted.name, "lists": list(wanted.lists)}
    with office.ledger.write(durable=True) as connection:
        queue(connection, SIGN_UP, f"{SIGN_UP}:{secrets.token_hex(16)}", now, payload=payload)
    return None
