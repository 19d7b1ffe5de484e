"""Data files that a post names, relative to it; outside the workspace nothing is read."""

import posixpath
from urllib.parse import unquote

from inkwright.model.errors import UnreadableError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import leads_out


def read_beside(workspace: Workspace, post: str, name: str) -> str:
    """The text of a file as the post at a path names it. Raises ValueError saying what to do."""
    place = place_beside(workspace, post, name)
    if not workspace.exists(place):
        raise ValueError(f"there is no {name} beside the post: run what writes it, or correct the name")
    if leads_out(workspace, place):
        raise ValueError(f"{name} is a link that leads out of the workspace: keep a copy beside the post")
    try:
        return workspace.read(place).text
    except UnreadableError as error:
        raise ValueError(f"{name}: {error.message.rstrip('.')}") from error


def places_beside(post: str, name: str) -> list[str]:
    """Where a file named so may lie, as it is written and decoded."""
    folder = posixpath.dirname(post)
    return [posixpath.normpath(posixpath.join(folder, one)) for one in (name, unquote(name))]


def place_beside(workspace: Workspace, post: str, name: str) -> str:
    """Where such a file lies, or would. It is named relative to the post and, in a workspace, lies below its root.
    Raises ValueError saying what to do."""
    written = (name, unquote(name))
    if any(one.startswith(("/", "~")) or ":" in one or "\\" in one for one in written):
        raise ValueError(f"{name} is no file beside the post: name one relative to it")
    found = places_beside(post, name)
    if workspace.inside and any(one.startswith(("..", "/")) for one in found):
        raise ValueError(f"{name} lies outside the workspace: keep a copy beside the post")
    return next((one for one in found if workspace.exists(one)), found[0])
