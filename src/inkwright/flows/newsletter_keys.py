"""A new key for the links in mail."""

from datetime import datetime

from inkwright.flows.ledger import ledger_for_writing
from inkwright.ledger.keys import rotate, signing_keys
from inkwright.model.subscriber import Key
from inkwright.workspace.folder import Workspace


def rotate_key(workspace: Workspace, now: datetime) -> tuple[Key, ...]:
    """Seal with a new key; those that count now, newest first."""
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        signing_keys(connection, now)
        return rotate(connection, now)
