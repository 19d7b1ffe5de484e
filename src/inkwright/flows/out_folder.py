"""Where the built site of a workspace stands."""

from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import PUBLIC

OWN_LAYOUT = "inkwright"


def default_out(workspace: Workspace, generator: str) -> str:
    """The folder that a build fills unless told: the setting, `public` in our own layout, else `.inkwright/site`."""
    return workspace.settings.site.out or (PUBLIC if generator == OWN_LAYOUT else ".inkwright/site")
