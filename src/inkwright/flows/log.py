"""What just happened -> a line in today's log, safe on the disk."""

from datetime import datetime

from inkwright.model.note import LogEntry
from inkwright.notes.log import format_entry, new_entry
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import note_append


def write_log(workspace: Workspace, text: str, now: datetime, project: str = "") -> tuple[str, LogEntry]:
    """Add a line to the log of the day; the file's path and the entry. Raises UsageError, UnwritableError."""
    entry = new_entry(text, now.date().isoformat(), now.strftime("%H:%M"), project)
    path = f"{workspace.capture.log}/{entry.date}.md"
    workspace.append_line(path, format_entry(entry))
    note_append(workspace, path, log=(entry,))
    return path, entry
