"""Files of a workspace on their way out to readers: only its own, and nothing told beside what is seen."""

import os
import posixpath
from functools import lru_cache
from pathlib import Path

from inkwright.model.errors import UnreadableError
from inkwright.model.when_needed import when_needed
from inkwright.workspace.folder import Workspace
from inkwright.workspace.reading import unreadable

with when_needed(__name__):
    from inkwright.workspace import bare


def require_own(workspace: Workspace, path: str) -> None:
    """Raises UnreadableError for a file that is reached through a link and lies neither in the workspace nor among the
    notes that its settings name. An absolute path is what the user named, and is not asked."""
    if leads_out(workspace, path):
        hint = "Copy the file here, so that nothing else of that machine is published by mistake."
        raise UnreadableError("this is a link that leads out of the workspace", path=path, hint=hint)


def leads_out(workspace: Workspace, path: str) -> bool:
    """Whether a relative path ends outside the workspace and its notes once all links are followed."""
    if os.path.isabs(path):  # noqa: PTH117 - of tens of thousands
        return False
    if not os.path.islink(f"{workspace.root}/{path}") and _straight(str(workspace.root), posixpath.dirname(path)):  # noqa: PTH114
        return False
    place = workspace.path(path)
    return not (_within(place, workspace.root) or _within(place, workspace.path(workspace.settings.notes)))


def public_bytes(workspace: Workspace, path: str) -> bytes:
    """The bytes of a file as readers may have them: `bare` where it is a picture or a film. Raises UnreadableError."""
    require_own(workspace, path)
    return bare.bare(all_bytes(workspace, path))


def all_bytes(workspace: Workspace, path: str) -> bytes:
    """The bytes of a file of any size, as a film is: `Workspace.read_bytes` is for texts. Raises UnreadableError."""
    try:
        return workspace.path(path).read_bytes()
    except OSError as error:
        raise unreadable(error, path) from error


@lru_cache(10_000)
def _straight(root: str, folder: str) -> bool:
    """Whether a folder lies below the root with no link on the way; asked once, since linked folders are not followed
    when files are listed."""
    if not folder:
        return True
    name = posixpath.basename(folder)
    return (
        name not in ("", ".", "..")
        and not os.path.islink(f"{root}/{folder}")  # noqa: PTH114
        and _straight(root, posixpath.dirname(folder))
    )


def _within(place: Path, folder: Path) -> bool:
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(folder))
