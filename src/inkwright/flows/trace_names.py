"""What a writer types -> the notes that are meant."""

from collections.abc import Iterable, Mapping

from inkwright.model.errors import UsageError
from inkwright.notes.links import name_key
from inkwright.workspace.finder import Row
from inkwright.workspace.folder import Workspace


def inside(notes: Iterable[Row], homes: Mapping[str, str], label: str) -> list[Row]:
    """The notes of the topic of that label, case aside; none where there is no such topic."""
    return [note for note in notes if homes.get(note.path, "").casefold() == label.casefold()]


def note_named(workspace: Workspace, notes: Iterable[Row], name: str) -> list[Row]:
    """The note that a name means, none for the name of something else."""
    typed, notes = workspace.relative(name), list(notes)
    found = [row for row in notes if row.path == typed]
    found = found or [row for row in notes if name_key(row.id) == name_key(name)]
    if len(found) > 1:
        names = ", ".join(row.path for row in found[:5])
        raise UsageError(f"`{name}` fits {len(found)} notes", hint=f"Give the path of one: {names}")
    return found
