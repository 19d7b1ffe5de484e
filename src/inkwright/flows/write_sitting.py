"""A session from its beginning to its end while the writer works in an editor of their own."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from inkwright.flows.write import Begun, beat
from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.session import OpenSession
from inkwright.plan.session import left
from inkwright.process.editor import editing, editor_command
from inkwright.workspace.folder import Workspace

LOOK = 2.0
"""Seconds between two looks at the file."""
KEEP = timedelta(minutes=1)
"""After so long the session is put on the disk even when the file did not change."""


def sit(
    workspace: Workspace,
    begun: Begun,
    clock: Callable[[], datetime],
    wait: Callable[[float], bool],
    on_goal: Callable[[], None],
) -> tuple[OpenSession, Document]:
    """Follow the file until `wait` (seconds) says that the sitting is over; the session and the text at the end.

    `on_goal` is called once when the minutes are over; the session goes on. KeyboardInterrupt ends it as well.
    """
    session, document = begun.session, begun.document
    looks = _looks(workspace, session.path)
    told = not session.goal or not left(session, clock())
    try:
        while not wait(LOOK):
            now, seen = clock(), _looks(workspace, session.path)
            if seen != looks or now - session.seen >= KEEP:
                looks = seen
                session, document = beat(workspace, session, document, now)
            if not told and not left(session, now):
                told = True
                on_goal()
    except KeyboardInterrupt:
        pass
    return session, document


def sit_in_editor(
    workspace: Workspace, begun: Begun, clock: Callable[[], datetime], on_goal: Callable[[], None],
    environment: Mapping[str, str] = os.environ,
) -> tuple[OpenSession, Document]:  # fmt: skip
    """As `sit`, with the writer's editor open on the post until it is closed. Raises UsageError without an editor."""
    with editing(workspace.path(begun.session.path), editor_command(environment)) as editor:
        return sit(workspace, begun, clock, editor.wait, on_goal)


def can_edit(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UsageError when no editor is set: asked before a session is begun."""
    editor_command(environment)


def _looks(workspace: Workspace, path: str) -> str:
    try:
        return workspace.stamp(path)
    except UnreadableError:
        return ""
