"""Where builds keep what the next one need not make again."""

from inkwright.flows.editions import highlighter_edition, site_edition
from inkwright.flows.survey import Survey
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace
from inkwright.workspace.shelf import Shelf


def site_shelf(workspace: Workspace, found: Survey) -> Shelf:
    """What earlier builds kept; outside a workspace nothing is kept."""
    place = workspace.try_state() / "cache" / "site.db" if workspace.inside else None
    return Shelf(place, site_edition(workspace, found))


def code_cache(workspace: Workspace) -> TextCache | None:
    """Highlighted code of earlier builds; none outside a workspace, where nothing is kept."""
    return TextCache(workspace.state / "cache" / "code.db", highlighter_edition()) if workspace.inside else None
