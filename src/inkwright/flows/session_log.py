"""The log -> the sessions and the ended drafts that it tells of; and a line more of either."""

from datetime import datetime
from pathlib import PurePosixPath

from msgspec import Struct

from inkwright.model.note import LogEntry
from inkwright.model.session import OpenSession, Session
from inkwright.notes.log import format_entry, parse_log
from inkwright.plan.session import ended_in, said, session_in, times
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import note_append


class Told(Struct, frozen=True):
    """All sessions in the order of the days, and (date, post) of every draft that was ended."""

    sessions: tuple[Session, ...]
    ended: tuple[tuple[str, str], ...]


def entries_of(workspace: Workspace) -> list[tuple[str, LogEntry]]:
    """Every line of the log with the path of its file, oldest day first. Raises UnreadableError."""
    folder = workspace.settings.log
    found = []
    for name in workspace.files(("*.md",), below=folder):
        path = f"{folder}/{name}"
        found += [(path, entry) for entry in parse_log(workspace.read(path).text, PurePosixPath(name).stem)]
    return found


def told(workspace: Workspace) -> Told:
    """What the log says about writing; both empty for a log without sessions. Raises UnreadableError."""
    sessions: list[Session] = []
    ended: list[tuple[str, str]] = []
    for _, entry in entries_of(workspace):
        session = session_in(entry.date, entry.time, entry.text)
        post = ended_in(entry.text)
        if session:
            sessions.append(session)
        elif post:
            ended.append((entry.date, post))
    return Told(tuple(sessions), tuple(ended))


def log_session(workspace: Workspace, session: OpenSession) -> str:
    """Add the line of a session to the log of the day it began; the file's path. One that is there is not added again,
    so that a crash between this and what follows does no harm."""
    date, time = times(session)
    return _append(workspace, LogEntry(date, time, said(session)))


def log_line(workspace: Workspace, text: str, now: datetime) -> str:
    """Add a line to the log of today; the file's path."""
    return _append(workspace, LogEntry(now.date().isoformat(), f"{now:%H:%M}", text))


def _append(workspace: Workspace, entry: LogEntry) -> str:
    path = f"{workspace.settings.log}/{entry.date}.md"
    line = format_entry(entry)
    if workspace.exists(path) and line in workspace.read(path).text.splitlines():
        return path
    workspace.append_line(path, line)
    note_append(workspace, path, log=(entry,))
    return path
