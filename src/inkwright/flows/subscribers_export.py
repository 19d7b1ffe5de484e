"""The ledger -> all readers as a table, or all that is known of one."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from inkwright.flows.export_files import write_files
from inkwright.flows.ledger import ledger_for_reading
from inkwright.ledger.subscribers import everyone
from inkwright.ledger.whole_record import whole_record
from inkwright.model.errors import UsageError
from inkwright.model.export import ExportFile
from inkwright.newsletter.address import read_address
from inkwright.newsletter.csv_write import table_of
from inkwright.workspace.folder import Workspace


def export_table(workspace: Workspace) -> Iterator[str]:
    """All readers, as lines of a CSV file."""
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        yield from table_of((one, reason or "") for one, reason in everyone(connection))


def export_reader(workspace: Workspace, typed: str, now: datetime) -> dict[str, Any]:
    """All that the ledger knows of one address, as plain data: what a reader may ask for.

    Raises UsageError when it knows nothing. **Source:** GDPR, articles 15 and 20.
    """
    try:
        address = read_address(typed)
    except ValueError as error:
        raise UsageError(f"{typed!r} is no address: {error}") from error
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = whole_record(connection, address.norm)
    if found is None:
        raise UsageError(f"the ledger knows nothing of {address.email}")
    return {"version": 1, "exported": now, "subscriber": found}


def save_export(workspace: Workspace, out: str, text: str, *, force: bool = False) -> str:
    """Write an export to the file that the user named; its path. Raises UnwritableError, and UsageError when a file of
    that name says something else and `force` is not set."""
    path = workspace.relative(out)
    folder, _, file = path.rpartition("/")
    write_files(
        workspace, folder or ("/" if path.startswith("/") else "."), [ExportFile(file, text.encode(), "")], force
    )
    return path
