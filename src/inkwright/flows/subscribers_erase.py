"""An address -> nothing is known of it any more but that it must never come back."""

from datetime import datetime

from inkwright.flows.ledger import BACKUPS, ledger_for_writing
from inkwright.ledger.erase import Erased, erase
from inkwright.ledger.keys import address_hash, address_key
from inkwright.model.errors import UsageError
from inkwright.newsletter.address import read_address
from inkwright.workspace.folder import Workspace


def copies_before(workspace: Workspace) -> int:
    """How many copies of the ledger lie in the workspace: they were made before, and know whom it has forgotten."""
    return sum(1 for _ in workspace.path(BACKUPS).glob("[!.]*.db"))


def erase_subscriber(workspace: Workspace, typed: str, now: datetime) -> Erased:
    """Forget a reader, also in what the database file still holds of deleted rows. Run again it changes nothing.

    Raises UsageError for what is no address. **Source:** GDPR, article 17.
    """
    try:
        address = read_address(typed)
    except ValueError as error:
        raise UsageError(f"{typed!r} is no address: {error}") from error
    with ledger_for_writing(workspace, now) as ledger:
        with ledger.write(durable=True) as connection:
            key = address_key(connection, now)
            done = erase(connection, address.norm, address_hash(key, address.norm), now)
        ledger.compact()
    return done
