"""Where builds keep what the next one need not make again."""

from inkwright.flows.editions import highlighter_edition, site_edition
from inkwright.flows.survey import Survey
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace
from inkwright.workspace.shelf import Shelf

KEPT = "cache/site.db"


def site_shelf(workspace: Workspace, found: Survey) -> Shelf:
    """What earlier builds kept; outside a workspace nothing is kept."""
    return Shelf(workspace.try_state() / KEPT if workspace.inside else None, site_edition(workspace, found))


def kept_shelf(workspace: Workspace) -> Shelf | None:
    """What the last build kept, of whichever edition; None where there was none."""
    place = workspace.state / KEPT
    return Shelf(place, None) if workspace.inside and place.is_file() else None


def code_cache(workspace: Workspace) -> TextCache | None:
    """Highlighted code of earlier builds; none outside a workspace, where nothing is kept."""
    return TextCache(workspace.state / "cache" / "code.db", highlighter_edition()) if workspace.inside else None
