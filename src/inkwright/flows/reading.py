"""The reading list as it stands, with what was read in the last weeks; and new lines for it."""

from collections.abc import Iterable

from inkwright.flows.paper_notes import texts
from inkwright.flows.reading_month import paper_of_month
from inkwright.flows.reading_weeks import weeks_read
from inkwright.model.errors import InkwrightError
from inkwright.model.reading_list import Entry, Item, Listed, ReadingList
from inkwright.notes.reading_list import feeds, missing, new_line, parse_reading, rows, waiting
from inkwright.notes.reading_sources import is_file_name, reader_of
from inkwright.notes.reading_week import tonight
from inkwright.workspace.folder import Workspace


def reading_list(workspace: Workspace, today: str) -> ReadingList:
    """Everything about reading; `today` is ISO. Raises UnreadableError, SettingsError."""
    settings = workspace.settings.reading
    found, plan = entries(workspace), (settings.weeknight, settings.weekend)
    notes = list(texts(workspace))
    month = paper_of_month(workspace, today, notes)
    return ReadingList(
        rows(found, today), feeds(found), weeks_read(workspace, notes, today, plan), tonight(today, plan), month
    )


def entries(workspace: Workspace) -> list[Entry]:
    """The lines of the list; none when there is no list yet. Raises UnreadableError."""
    return parse_reading(_text(workspace))


def _text(workspace: Workspace) -> str:
    path = workspace.settings.reading_list
    return workspace.read(path).text if workspace.exists(path) else ""


def add(workspace: Workspace, typed: Iterable[str], today: str) -> Listed:
    """Put addresses, numbers and titles, or what files offer, on the list, each once. Nothing is fetched.

    Nothing is written unless every file could be read. Raises UsageError, UnreadableError, UnwritableError.
    """
    offered: list[Item] = []
    broken: list[str] = []
    for one in typed:
        path = workspace.relative(one)
        if "://" in one or not (workspace.exists(path) or is_file_name(one)):
            offered.append(Item(one))
            continue
        reader = reader_of(path)
        try:
            items, faults = reader(workspace.read(path).text)
        except InkwrightError as error:
            raise type(error)(error.message, path=path, line=error.line, hint=error.hint) from error
        offered += items
        broken += [f"{path}:{line}: {why}" if line else f"{path}: {why}" for line, why in faults]
    new, known = append(workspace, [new_line(item, today) for item in offered])
    return Listed(tuple(new), known, tuple(broken))


def append(workspace: Workspace, made: Iterable[Entry]) -> tuple[list[Entry], int]:
    """Add lines that the list does not hold; those, and how many it did hold. Raises UnwritableError."""
    text = _text(workspace)
    new, known = missing(made, parse_reading(text))
    if new:
        end = "\r\n" if "\r\n" in text else "\n"
        workspace.append_line(workspace.settings.reading_list, end.join(entry.raw for entry in new))
    return new, known


def still_waiting(workspace: Workspace) -> list[Entry]:
    """What is still to be decided, in the order to ask. Raises UnreadableError."""
    return waiting(entries(workspace))
