"""What a host wants to read beside the site: its redirects and cache rules, and what it says of posts taken back."""

from collections.abc import Iterator, Mapping

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_memory import site_shelf
from inkwright.flows.survey import survey
from inkwright.model.settings import DeployTarget
from inkwright.platforms.deploy.hosts import rules
from inkwright.site.build import aliases
from inkwright.site.catalog import catalog
from inkwright.site.paths import encoded, site_path
from inkwright.workspace.folder import Workspace
from inkwright.workspace.gone import gone_addresses


def host_files(workspace: Workspace, settings: DeployTarget, today: str) -> Mapping[str, bytes]:
    """The files for the host of a target, by path. `today` is ISO."""
    moved = list(_moved(workspace, today)) if settings.host else []
    return rules(settings.host, moved, tuple(gone_addresses(workspace)))


def _moved(workspace: Workspace, today: str) -> Iterator[tuple[str, str]]:
    """The former site paths of posts with the present ones."""
    found = survey(workspace)
    shelf = site_shelf(workspace, found)
    try:
        shown = catalog(Cards(found, shelf, today).content(), workspace.settings.timezone)
        taken = {entry.place for entry in shown.entries}
        for entry in shown.entries:
            for place in aliases(entry, shown.generator):
                if place not in taken:
                    taken.add(place)
                    yield f"/{encoded(site_path(place))}", f"/{encoded(site_path(entry.place))}"
    finally:
        shelf.close(keep=False)
