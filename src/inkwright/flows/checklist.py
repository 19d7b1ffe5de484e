"""One post's quality checklist: a path, an id or a slug -> the 18 items with their evidence."""

from inkwright.flows.check import Checker
from inkwright.flows.check_paths import Place
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.model.finding import Checked
from inkwright.workspace.folder import Workspace, open_workspace


def checklist(workspace: Workspace, name: str, today: str) -> Checked:
    """The checked post with its checklist filled, also while it is being drafted.

    `name` is a file as typed or, inside a workspace, what `find_post` understands. Raises UsageError for a name that
    fits nothing or several posts, UnreadableError.
    """
    place = place_of(workspace, name)
    return Checker([place], today, force=True, with_checklist=True).check(place)


def place_of(workspace: Workspace, name: str) -> Place:
    """Where the post lies that a file as typed or, in a workspace, what `find_post` understands names. Raises
    UsageError."""
    here = open_workspace(name)
    if here.exists(here.relative(name)):
        return Place(name, here, here.relative(name))
    if not workspace.inside:
        raise UsageError(f"there is no file `{name}`", hint="Name a post's file; ids and slugs work in a workspace.")
    path = find_post(survey(workspace), name).path
    return Place(path, workspace, path)
