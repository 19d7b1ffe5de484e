"""What the ledger holds of each source of readings, and how a source is forgotten."""

from datetime import datetime

from inkwright.flows.ledger import ledger_for_reading, ledger_for_writing
from inkwright.flows.ledger_place import has_ledger
from inkwright.ledger import readings as kept
from inkwright.model.errors import UsageError
from inkwright.model.reading import SourceCount
from inkwright.workspace.folder import Workspace


def known_sources(workspace: Workspace) -> list[SourceCount]:
    """What there is of each source; [] before the first."""
    if not has_ledger(workspace):
        return []
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        return kept.sources(connection)


def forget_source(workspace: Workspace, source: str, now: datetime) -> int:
    """Delete the readings of a source; how many there were. Raises UsageError for a source that has none."""
    there = [one.source for one in known_sources(workspace)]
    if source not in there:
        hint = f"There are: {', '.join(there)}." if there else "There are none of any source."
        raise UsageError(f"there are no readings of `{source}`", hint=hint)
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        return kept.forget(connection, source)
