"""The proof: whether the account of each issue adds up, and what became of one reader."""

from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import Connection

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.newsletter_named import issues_named
from inkwright.flows.newsletter_status import known
from inkwright.ledger.deliveries import of_reader, tally
from inkwright.ledger.issues import body_of, issues
from inkwright.ledger.subscribers import find
from inkwright.model.delivery import Delivery, Issue, Tally
from inkwright.model.errors import UsageError
from inkwright.model.subscriber import Subscriber
from inkwright.newsletter.accounting import faults
from inkwright.newsletter.address import read_address
from inkwright.workspace.folder import Workspace


class Account(Struct, frozen=True):
    """The account of one issue; `faults` is what is wrong with it, empty when it adds up."""

    issue: Issue
    tally: Tally
    faults: tuple[str, ...]


class Reader(Struct, frozen=True):
    """One reader and what became of them, issue by issue, newest first."""

    subscriber: Subscriber
    deliveries: tuple[Delivery, ...]


def verify(workspace: Workspace, name: str) -> tuple[Account, ...]:
    """The accounts of a post's sends, or of all issues for "". Raises UsageError for a name that no issue has."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        return tuple(_account(connection, one) for one in _named(workspace, connection, name))


def verify_reader(workspace: Workspace, name: str, email: str) -> Reader:
    """What became of the reader of an address, of one post's sends or of all. Raises UsageError for an address that
    nobody has."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = find(connection, read_address(email).norm)
        if found is None:
            raise UsageError(f"{email} is no reader", hint="An address that was erased is not known any more.")
        return Reader(found, tuple(_deliveries(workspace, connection, found.id, name)))


def _named(workspace: Workspace, connection: Connection, name: str) -> tuple[Issue, ...]:
    found = issues_named(workspace, connection, name) if name else issues(connection)
    if name and not found:
        raise UsageError(f"there is no issue {name!r}", hint=known(connection))
    return found


def _account(connection: Connection, issue: Issue) -> Account:
    counted = tally(connection, issue.id)
    _, whole = body_of(connection, issue.id)
    return Account(issue, counted, tuple(faults(issue, counted, body_is_whole=whole or issue.frozen_at is None)))


def _deliveries(workspace: Workspace, connection: Connection, sub: int, name: str) -> Iterator[Delivery]:
    if not name:
        yield from of_reader(connection, sub)
        return
    for one in _named(workspace, connection, name):
        yield from of_reader(connection, sub, one.id)
