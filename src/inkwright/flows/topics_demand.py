"""What readers ask for, by topic: noted by hand, or taken from a file that was pasted or exported. No network."""

from msgspec.structs import replace

from inkwright.flows.topics import topics
from inkwright.model.demand import Demand, Imported
from inkwright.model.errors import UsageError
from inkwright.notes.demand import joined, placed, read_demand, resolved
from inkwright.workspace.demand import load_demand, save_demand
from inkwright.workspace.folder import Workspace


def add_demand(workspace: Workspace, row: Demand) -> bool:
    """Keep one piece of evidence; whether its topic exists now. It is kept under that name in any case.

    Raises UsageError without a topic or a source, ConflictError, UnwritableError.
    """
    if not row.topic.strip() or not row.source.strip():
        raise UsageError(
            "evidence needs a topic and where it was seen", hint="Give --source, for example so, hn, colleague."
        )
    label = _named(workspace, row.topic)
    _keep(workspace, [replace(row, topic=label or " ".join(row.topic.split()))])
    return bool(label)


def import_demand(workspace: Workspace, path: str, today: str, topic: str = "", source: str = "") -> Imported:
    """Keep the evidence of a file: each line under the topic that it is about, or all of it under one that is named.

    `today` (ISO) dates lines without a date. Lines that fit no topic are told and not kept.
    Raises UsageError for a topic that there is not, UnreadableError.
    """
    read = read_demand(workspace.read(workspace.relative(path)).text, path, source, today)
    if topic:
        label = _named(workspace, topic)
        if not label:
            raise UsageError(f"there is no topic `{topic}`", hint="`inkwright topics` shows them all.")
        pairs = [(row, label) for row in read.rows]
    else:
        pairs = list(placed(read.rows, topics(workspace)[0]))
    kept = tuple(replace(row, topic=label) for row, label in pairs if label)
    if kept:
        _keep(workspace, kept)
    return Imported(read.kind, kept, tuple(row.text for row, label in pairs if not label), read.broken)


def list_demand(workspace: Workspace, topic: str = "") -> list[Demand]:
    """The evidence kept, of one topic or all, the most counted first. Raises UnreadableError."""
    rows, _ = load_demand(workspace)
    if topic:
        label = _named(workspace, topic)
        rows = tuple(resolved(rows, topics(workspace)[0])[label]) if label else _of(rows, topic)
    return sorted(rows, key=lambda row: (row.topic.casefold(), -row.count, row.text))


def _of(rows: tuple[Demand, ...], topic: str) -> tuple[Demand, ...]:
    return tuple(row for row in rows if row.topic.casefold() == topic.strip().casefold())


def _named(workspace: Workspace, typed: str) -> str:
    """The label of the topic that is meant, "" for none."""
    wanted = " ".join(typed.split()).casefold()
    return next((one.label for one in topics(workspace)[0] if one.label.casefold() == wanted), "")


def _keep(workspace: Workspace, new: tuple[Demand, ...] | list[Demand]) -> None:
    before, expected = load_demand(workspace)
    save_demand(workspace, joined(before, new), expected)
