"""Who sits at the keyboard, for what is recorded."""

import getpass

from inkwright.workspace.folder import Workspace


def who(workspace: Workspace) -> str:
    """The author that the settings name, else the name of the account; "" where neither is known."""
    if workspace.settings.author:
        return workspace.settings.author
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
