"""A workspace -> its site in memory, again and again while it is being written. Nothing is put on the disk."""

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_notes import Notes
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.editions import site_edition
from inkwright.flows.few_pages import Rest, make_few
from inkwright.flows.making import making
from inkwright.flows.out_folder import default_out
from inkwright.flows.pictures import site_pictures
from inkwright.flows.survey import survey
from inkwright.model.document import Block
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Page
from inkwright.model.seen import of_stamps
from inkwright.model.site import Preview
from inkwright.render.code import highlighter
from inkwright.site.again import Again
from inkwright.site.build import alias_troubles
from inkwright.site.few import NeedsAll
from inkwright.site.glance import surface
from inkwright.site.in_memory import InMemory, page_at
from inkwright.site.made import ALONE
from inkwright.site.paths import base_path
from inkwright.site.pictures import Pictures
from inkwright.site.publication import feed_entries
from inkwright.site.recipe import digest
from inkwright.workspace.folder import Workspace
from inkwright.workspace.shelf import MemoryShelf, ShelvedTexts

_HIDDEN = re.compile(r"(^|/)(\.|node_modules/|__pycache__/)")


class Previews:
    """Makes previews of one workspace, keeping what need not be made twice."""

    def __init__(self, workspace: Workspace, today: Callable[[], str], drafts: bool) -> None:
        self._workspace = workspace
        self._today = today
        self._drafts = drafts
        self._code: Callable[[Block], str] = highlighter()
        self._draw = Draughtsman(workspace, keep=False)
        self._edition, self._shelf, self._site = "", MemoryShelf(), InMemory()
        self._pictures = Pictures()
        self._rest: Rest | None = None
        self._alike: dict[str, list[str]] = {}
        self._problems: tuple[str, ...] = ()
        self._unsettled = False
        self._day = ""

    def make(self, last: Preview | None = None) -> Preview:
        """The site as it is now; after a mistake that stops everything, the last one with the reason.

        Raises InkwrightError when there is no last one.
        """
        try:
            return self._made()
        except InkwrightError as error:
            self._shelf.close(keep=False)
            if last is None:
                raise
            return replace(last, problems=(str(error),))

    def make_again(self, last: Preview, changed: Sequence[str]) -> Preview:
        """The site now that some files changed and no others: the pages of new texts at once, while feeds and the lists
        of related posts wait for `settle`."""
        rest, self._unsettled = self._rest, False
        if rest is None or self._day != self._today() or not changed or not rest.stamps.keys() >= {*changed}:
            return self.make(last)
        stamps = self._workspace.stamps(changed)
        self._unsettled = True
        few = self._few(last, rest, {path: stamp for path, stamp in stamps.items() if stamp != rest.stamps[path]})
        return few or self.make(last)

    def settle(self, last: Preview) -> Preview:
        """The site with what `make_again` left for later."""
        if not self._unsettled or self._rest is None:
            return last
        self._unsettled = False
        return self._few(last, replace(self._rest, alike=None), {}) or self.make(last)

    def _few(self, last: Preview, rest: Rest, changed: Mapping[str, str]) -> Preview | None:
        """The last preview with the new texts of some posts; None where that is not all that changed."""
        self._rest = None
        self._site.go_on()
        try:
            paths, lost = make_few(rest, changed, self._site)
        except (NeedsAll, InkwrightError):
            self._shelf.close(keep=False)
            return None
        self._site.finish()
        self._shelf.close()
        stamps, touched = {**rest.stamps, **changed}, list(dict.fromkeys((*rest.touched, *paths)))
        self._rest = replace(rest, stamps=stamps, lost=lost, touched=touched, alike=self._alike)
        return replace(last, pages=self._site.pages, problems=self._problems)

    def _made(self) -> Preview:
        self._rest = None
        fresh = Workspace(self._workspace.root, self._workspace.inside)  # the settings may have changed
        found = survey(fresh)
        edition = site_edition(fresh, found)
        if edition != self._edition:
            self._edition, self._shelf, self._site = edition, MemoryShelf(), InMemory()
            self._pictures = site_pictures(fresh, write=False)
        shelf, site, self._day = self._shelf, self._site, self._today()
        cards = Cards(found, shelf, self._day)
        content = cards.content()
        notes, bodies = Notes(fresh, self._draw, self._pictures), ShelvedTexts(shelf, "body")
        maker = making(fresh, content, notes, self._code, self._drafts, bodies, shelf)
        shown = maker.catalog()
        run = maker.run(shown)
        again = Again(shelf, site, notes, fresh.stamps, ALONE, (), digest(run.named, *found.folder.names))
        site.begin()
        again.run(run)
        again.close()
        bodies.forget({entry.place for entry in feed_entries(shown)})
        site.finish()
        shelf.close()
        said = surface(run.frame, (file.path for file in found.posts))
        looked = {**again.looked_at, **again.copied}
        near, places = run.frame.related.items(), shown.by_place
        self._alike = {places[place].file.path: [one.file.path for one in posts] for place, posts in near}
        self._rest = Rest(
            found, shelf, cards, notes, self._code, bodies, said, of_stamps(looked).had, again.lost, cards.stamps,
            alike=self._alike, drafts=self._drafts,
        )  # fmt: skip
        self._problems = problems = tuple(str(trouble) for trouble in (*shown.troubles, *alias_troubles(shown)))
        held = sum(bool(entry.preview) for entry in shown.entries)
        base, out = base_path(shown.info.base_url), default_out(fresh, found.generator.name)
        return Preview(site.pages, problems, len(shown.entries), held, base, out)

    def bytes_of(self, page: Page) -> bytes:
        """What a page is served as. Raises UnreadableError for a copied file that is gone."""
        return self._workspace.read_bytes(page.copy_from) if page.copy_from else page.body


def wanted(preview: Preview, path: str) -> tuple[Page | None, str]:
    """The page at a request's path (decoded, with its leading slash), or the address to go to instead ("" for none)."""
    return page_at(preview.pages, preview.base, path)


def matters(path: str, out: str) -> bool:
    """Whether a change of a workspace file (relative, POSIX) can change the site built from it into `out`."""
    return not _HIDDEN.search(path) and not (f"{path}/").startswith(f"{out}/")
