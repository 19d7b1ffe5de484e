"""A thought -> a line in the inbox, safe on the disk."""

from inkwright.model.note import Idea
from inkwright.notes.ideas import format_idea, new_idea
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import note_append


def capture_idea(
    workspace: Workspace, text: str, today: str, origin: str = "", purpose: str = "", to: str = "", prompt: str = ""
) -> Idea:
    """Add an idea to the inbox file and give it back. `today` is ISO, `prompt` as in `new_idea`. Raises UsageError,
    UnwritableError."""
    idea = new_idea(text, today, origin, purpose, to, prompt)
    workspace.append_line(workspace.capture.ideas, format_idea(idea))
    note_append(workspace, workspace.capture.ideas, ideas=(idea,))
    return idea
