"""What a writer calls a post -> the post as the site at home shows it, with the names of all others: whatever takes it
somewhere else begins here."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_memory import site_shelf
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import Survey, survey
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Post
from inkwright.model.site import SiteInfo
from inkwright.site.catalog import Catalog, catalog, make_entry
from inkwright.site.entry import Entry
from inkwright.site.names import Names
from inkwright.site.paths import encoded, site_path
from inkwright.workspace.folder import Workspace


class Abroad(Struct, frozen=True):
    """A post that is to go somewhere else. `why_held` says why the site does not show it, "" when it does."""

    workspace: Workspace
    found: Survey
    entry: Entry
    post: Post
    names: Names
    info: SiteInfo
    shown: Catalog
    why_held: str = ""

    def address(self, place: str) -> str:
        """The absolute address of a place at home; from the root of the site where it has no base address."""
        return f"{self.info.base_url}/{encoded(site_path(place))}"

    @property
    def original(self) -> str:
        """Where readers find the post first: its canonical address, else that of the writer's own site, else ""."""
        given = self.post.metadata.canonical_url
        return given or (self.address(self.entry.place) if self.info.base_url and not self.why_held else "")


def abroad(workspace: Workspace, name: str, today: str, whole: bool = False) -> Abroad:
    """The post that `name` means, with `whole` by no mere beginning of it. `today` is ISO and holds later posts back.
    Raises UsageError, UnreadableError."""
    found = survey(workspace)
    file = find_post(found, name, whole)
    shelf = site_shelf(workspace, found)
    try:
        content = Cards(found, shelf, today).content()
    finally:
        shelf.close(keep=False)
    shown = catalog(content, workspace.settings.timezone)
    kept = next((one for one in content.kept if one.card.file.path == file.path), None)
    if kept is None:
        wrong = next((one for one in content.unreadable if one.path == file.path), None)
        said = wrong.message if wrong else "this file is no post of the site"
        raise UnreadableError(said, path=file.path, line=wrong.line if wrong else 0, hint=wrong.hint if wrong else "")
    if kept.card.broken is not None:
        wrong = kept.card.broken
        raise UnreadableError(wrong.message, path=wrong.path, line=wrong.line, hint=wrong.hint)
    entry = shown.by_file.get(file.path)
    held = "" if entry else shown.held.get(file.path) or "another post has its address"
    if entry is None:
        entry = make_entry(kept)
        shown = replace(shown, entries=(*shown.entries, entry))
    return Abroad(
        workspace, found, entry, entry.post, Names(shown, static=dict(content.static)), shown.info, shown, held
    )
