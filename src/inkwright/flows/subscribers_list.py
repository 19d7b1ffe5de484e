"""The ledger -> who reads: counts by state and by list, and the readers themselves."""

from itertools import islice

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.subscribers_lists import all_lists, chosen_lists
from inkwright.ledger.outbox import CONFIRM, count_waiting
from inkwright.ledger.subscribers import count_mailed, count_tags, counts, everyone
from inkwright.ledger.suppression import count_suppressed
from inkwright.model.subscriber import Readers, Shown, Status
from inkwright.workspace.folder import Workspace


def list_subscribers(workspace: Workspace, status: Status | None, list_: str, most: int | None = None) -> Readers:
    """Who reads. `status` and `list_` narrow the readers that are named, at most `most` of them, not the counts.

    Raises UsageError for an unknown list.
    """
    chosen_lists(workspace, [list_] if list_ else [])
    lists = all_lists(workspace)
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        tagged = count_tags(connection)
        named = tuple(
            Shown(
                one.email, one.name, one.status, tuple(tag for tag in one.tags if tag in lists),
                tuple(tag for tag in one.tags if tag not in lists), one.created, one.confirmed, reason or "",
            )
            for one, reason in islice(everyone(connection, status, list_), most)
        )  # fmt: skip
        return Readers(
            counts(connection), count_mailed(connection), {name: tagged.get(name, 0) for name in lists},
            {tag: count for tag, count in tagged.items() if tag not in lists},
            dict(sorted(count_suppressed(connection).items())),
            count_waiting(connection, CONFIRM), named,
        )  # fmt: skip
