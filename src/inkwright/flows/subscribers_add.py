"""An address -> a reader who is asked to confirm, or one for whom the owner vouches."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct
from sqlalchemy import Connection

from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.newsletter_opt_in import ask_by_mail
from inkwright.flows.subscribers_lists import chosen_lists
from inkwright.ledger.consent import ask, choose_lists, declare, declare_imported
from inkwright.ledger.keys import address_hash, address_key
from inkwright.ledger.subscribers import find, set_name
from inkwright.ledger.suppression import lift, suppression_of
from inkwright.model.errors import UsageError
from inkwright.model.subscriber import Address
from inkwright.newsletter.address import clean_name, name_in, read_address
from inkwright.workspace.folder import Workspace

SOURCE = "added by the owner"


class Wanted(Struct, frozen=True):
    """Who is to be added: name, lists, how they agreed ("" asks them by mail), and whether a bounce is forgotten."""

    email: str
    name: str = ""
    lists: Sequence[str] = ()
    vouched: str = ""
    lift: bool = False


class Added(Struct, frozen=True):
    """What became of it. `asked` says that a mail waits to go out that asks them to confirm."""

    email: str
    state: Literal["active", "pending"]
    was: str = ""
    asked: bool = False


def add_subscriber(workspace: Workspace, wanted: Wanted, now: datetime) -> Added:
    """Put somebody in. Raises UsageError for no address, an unknown list, who is suppressed, and who has left."""
    try:
        address = read_address(wanted.email)
    except ValueError as error:
        raise UsageError(f"{wanted.email!r} is no address: {error}") from error
    tags = chosen_lists(workspace, wanted.lists)
    name = clean_name(wanted.name) or name_in(wanted.email)
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        hashed = address_hash(address_key(connection, now), address.norm)
        if wanted.lift:
            lift(connection, hashed)
        _refuse(connection, address, hashed, wanted.vouched, now)
        before = find(connection, address.norm)
        asked = ask(connection, address, hashed, now, name=name, tags=tags, source=SOURCE)
        assert asked.subscriber is not None
        if before is not None and name:
            set_name(connection, before.id, name)
        if before is not None and tags:
            choose_lists(connection, before.id, {*before.tags, *tags}, tags, now, SOURCE)
        was = before.status if before else ""
        if asked.state == "active" or (wanted.vouched and declare(connection, asked.subscriber, now, wanted.vouched)):
            return Added(address.email, "active", was)
        return Added(address.email, "pending", was, ask_by_mail(connection, asked.subscriber, now))


def vouch_for_imported(workspace: Workspace, vouched: str, now: datetime) -> int:
    """All who came with a list and are pending have agreed, says the owner; how many are readers now."""
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        return declare_imported(connection, now, vouched)


def _refuse(connection: Connection, address: Address, hashed: bytes, vouched: str, now: datetime) -> None:
    """Raise UsageError for an address that nothing may be sent to."""
    stands = suppression_of(connection, hashed)
    if stands is not None:
        hint = "That is for ever." if stands.reason == "complaint" else "With --lift it is taken off that list."
        when = f"{stands.at.astimezone(now.tzinfo):%Y-%m-%d}"
        raise UsageError(f"{address.email} is suppressed since {when} ({stands.reason})", hint=hint)
    found = find(connection, address.norm)
    if found is not None and found.status == "unsubscribed" and not vouched:
        raise UsageError(
            f"{address.email} has unsubscribed", hint='When they ask to come back, say so: --confirmed "wrote to me".'
        )
