"""The inbox -> the ideas asked for."""

from inkwright.model.note import ORIGINS, PURPOSES, IdeaRow
from inkwright.notes.ideas import choice, days, parse_ideas, rows, select
from inkwright.workspace.folder import Workspace


def list_ideas(
    workspace: Workspace, today: str, origin: str = "", purpose: str = "", to: str = "", stale: str = ""
) -> list[IdeaRow]:
    """The ideas of the inbox that match, in the order written; with `stale` ("30d") the oldest open ones first.

    An inbox that does not exist yet holds none. Raises UsageError for unknown words, UnreadableError.
    """
    wanted = choice(origin, ORIGINS, "origin"), choice(purpose, PURPOSES, "purpose"), to
    least = days(stale) if stale else None
    inbox = workspace.capture.ideas
    if not workspace.exists(inbox):
        return []
    return select(rows(parse_ideas(workspace.read(inbox).text), today), *wanted, stale=least)
