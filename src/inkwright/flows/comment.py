"""What a reader said -> a line in the inbox that names the post."""

from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.comment import CommentRow
from inkwright.model.note import Idea
from inkwright.notes.comments import comments, new_comment
from inkwright.notes.ideas import format_idea, parse_ideas
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import note_append


def add_comment(
    workspace: Workspace, post: str, text: str, today: str, by: str = "", link: str = "", errata: bool = False
) -> tuple[str, Idea]:
    """Add a comment to the inbox; the id of the post that `post` means, and the line. `today` is ISO.

    The post itself is not touched. Raises UsageError, UnwritableError.
    """
    name = find_post(survey(workspace), post).id
    idea = new_comment(text, today, name, by, link, errata)
    workspace.append_line(workspace.settings.ideas, format_idea(idea))
    note_append(workspace, workspace.settings.ideas, ideas=(idea,))
    return name, idea


def list_comments(workspace: Workspace, post: str = "") -> list[CommentRow]:
    """The comments of one post, or of all for ""; empty without an inbox. Raises UsageError, UnreadableError."""
    name = find_post(survey(workspace), post).id if post else ""
    if not workspace.exists(workspace.settings.ideas):
        return []
    return comments(parse_ideas(workspace.read(workspace.settings.ideas).text), name)
