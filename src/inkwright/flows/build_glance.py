"""What a build leaves so that the next one can tell at a glance that little changed."""

from collections.abc import Sequence

from inkwright.flows.build_cards import Cards
from inkwright.flows.survey import Survey, layout_of
from inkwright.model.seen import of_stamps
from inkwright.model.site import Built
from inkwright.platforms.generators import generator_named, marker_names
from inkwright.platforms.platform import Folder
from inkwright.site.again import Again
from inkwright.site.build import Making
from inkwright.site.glance import GLANCE, LATER, Glance, Later, bounds, surface
from inkwright.site.kept_cards import CARD, Row
from inkwright.site.recipe import digest
from inkwright.workspace.folder import Workspace
from inkwright.workspace.globs import matcher
from inkwright.workspace.kept_listing import Lain, keep_lain, read_lain
from inkwright.workspace.listing import EVERYTHING, LazyNames, Listing
from inkwright.workspace.output import Output, built_here
from inkwright.workspace.shelf import Shelf


class KeptFolders:
    """What lay in the folders of a workspace when the last build looked, and what lies there now."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._place = workspace.state / "cache" / "folders" if workspace.inside else None
        self.lain = read_lain(self._place, workspace.root) if self._place else Lain()
        self.left_out = _left_out(workspace)
        same = self.lain.left_out == self.left_out
        self.listing = Listing(workspace.root, self.lain.folders if same else None)

    def as_before(self) -> str:
        """The digest of the names of all files where these are the same as before, else ""."""
        lain, listing = self.lain, self.listing
        same = lain.left_out == self.left_out and listing.as_known(lain.other()) and not listing.closed
        return lain.names if same else ""

    def names(self) -> Sequence[str]:
        """All files, as a survey lists them; put together when they are first asked for."""
        listing, left_out = self.listing, self.left_out
        return LazyNames(lambda: listing.files(EVERYTHING, left_out), lambda name: listing.holds(name, left_out))

    def keep(self) -> str:
        """Remember what lies there, and the digest of the names of all files, which is given back."""
        left_out, listing = _left_out(self._workspace), self.listing
        if left_out != self.left_out:  # the first build made the folder that it fills
            listing = Listing(self._workspace.root, listing.seen)
        names = digest(*listing.files(EVERYTHING, left_out))
        if self._place is not None:
            keep_lain(self._place, self.lain, listing, left_out, names)
        return names


def _left_out(workspace: Workspace) -> tuple[str, ...]:
    return (*workspace.settings.exclude, *built_here(workspace))


def leave(
    shelf: Shelf, folders: KeptFolders, cards: Cards, run: Making, again: Again, target: Output, built: Built
) -> None:  # fmt: skip
    """Leave what the next build may go by; nothing where folders cannot be listed, or where a file came meanwhile."""
    found = cards.found
    names = folders.keep() if found.workspace.inside and not found.closed else ""
    if names != digest(*found.folder.names):
        shelf.drop(GLANCE, "")
        return
    looked = {name: found.workspace.exists(name) for name in marker_names()}
    since, until, works = bounds(cards.known.values())
    shelf.put(GLANCE, "", "", shelf.encode(Glance(
        edition=shelf.edition, names=names, looked=looked, generator=found.generator.name,
        place=str(target.root), listed=target.as_listed, output=target.seen(), posts=of_stamps(cards.stamps),
        files=of_stamps({**again.looked_at, **again.copied}), works=works, since=since, until=until,
        surface=surface(run.frame, (file.path for file in found.posts)), lost=again.lost, built=built,
    )))  # fmt: skip
    shelf.put(LATER, "", "", shelf.encode(Later()))


def found_again(
    workspace: Workspace, glance: Glance, folders: KeptFolders, shelf: Shelf, paths: Sequence[str]
) -> Survey:
    """A workspace whose files have the names that they had; of its posts just some, by path."""
    folder = Folder(folders.names(), lambda path: workspace.read(path).text, workspace.exists, matcher)
    generator = generator_named(glance.generator)
    layout = layout_of(workspace, generator, folder)
    rows = shelf.some(CARD, paths)
    known = (shelf.decode(body, Row) for _, body in rows.values())
    return Survey(workspace, folder, generator, layout, tuple(row.card.file for row in known if row is not None))
