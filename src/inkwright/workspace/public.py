"""Files of a workspace on their way out to readers: only its own, and nothing told beside what is seen."""

import os
from pathlib import Path

from inkwright.model.errors import UnreadableError
from inkwright.workspace.bare import bare
from inkwright.workspace.folder import Workspace
from inkwright.workspace.reading import unreadable


def require_own(workspace: Workspace, path: str) -> None:
    """Raises UnreadableError for a file that is reached through a link and lies neither in the workspace nor among the
    notes that its settings name. An absolute path is what the user named, and is not asked."""
    if leads_out(workspace, path):
        hint = "Copy the file here, so that nothing else of that machine is published by mistake."
        raise UnreadableError("this is a link that leads out of the workspace", path=path, hint=hint)


def leads_out(workspace: Workspace, path: str) -> bool:
    """Whether a relative path ends outside the workspace and its notes once all links are followed."""
    place = workspace.path(path)
    if Path(path).is_absolute() or _within(place, workspace.root):
        return False
    return not _within(place, workspace.path(workspace.settings.notes))


def public_bytes(workspace: Workspace, path: str) -> bytes:
    """The bytes of a file as readers may have them: `bare` where it is a picture or a film. Raises UnreadableError."""
    require_own(workspace, path)
    return bare(all_bytes(workspace, path))


def all_bytes(workspace: Workspace, path: str) -> bytes:
    """The bytes of a file of any size, as a film is: `Workspace.read_bytes` is for texts. Raises UnreadableError."""
    try:
        return workspace.path(path).read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error


def _within(place: Path, folder: Path) -> bool:
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(folder))
