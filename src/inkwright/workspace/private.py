"""The folder `private/` of what is nobody's business: readers, keys, copies. Git never sees it, nor do other users."""

import os
from pathlib import Path

from inkwright.model.errors import UnwritableError
from inkwright.workspace.folder import Workspace

PRIVATE = "private"


def make_private(workspace: Workspace) -> Path:
    """The folder, made when missing, open to its owner only, with a `.gitignore` that keeps it out of git.

    Raises UnwritableError.
    """
    place = workspace.path(PRIVATE)
    try:
        if not workspace.exists(f"{PRIVATE}/.gitignore"):
            workspace.write(f"{PRIVATE}/.gitignore", "*\n")
            if os.name != "nt":
                place.chmod(0o700)
    except PermissionError as error:
        hint = "Run it as the user whose blog this is."
        raise UnwritableError("this folder is open to its owner only", path=PRIVATE, hint=hint) from error
    return place
