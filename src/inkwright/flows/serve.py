"""A workspace -> its site in memory, again and again while it is being written. Nothing is put on the disk."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from inkwright.flows.few_pages import Rest, make_few
from inkwright.flows.serve_whole import Memory, make_whole
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Page
from inkwright.model.regex import regex
from inkwright.model.site import Preview
from inkwright.site.few import NeedsAll
from inkwright.site.in_memory import page_at
from inkwright.workspace.folder import Workspace

_HIDDEN = regex(r"(^|/)(\.|node_modules/|__pycache__/)")


class Previews:
    """Makes previews of one workspace, keeping what need not be made twice."""

    def __init__(self, workspace: Workspace, today: Callable[[], str], drafts: bool) -> None:
        self._workspace, self._today = workspace, today
        self._memory = Memory(workspace, drafts)
        self._rest: Rest | None = None
        self._alike: Mapping[str, Sequence[str]] | None = None
        self._problems: tuple[str, ...] = ()
        self._unsettled = False
        self._day = ""

    def make(self, last: Preview | None = None) -> Preview:
        """The site as it is now; after a mistake that stops everything, the last one with the reason.

        Raises InkwrightError when there is no last one.
        """
        self._rest, self._day = None, self._today()
        try:
            preview, rest = make_whole(self._memory, self._day)
        except InkwrightError as error:
            self._memory.shelf.close(keep=False)
            if last is None:
                raise
            return replace(last, problems=(str(error),))
        self._rest, self._alike, self._problems = rest, rest.alike, preview.problems
        return preview

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
        self._rest, memory = None, self._memory
        memory.site.go_on()
        try:
            paths, lost = make_few(rest, changed, memory.site)
        except (NeedsAll, InkwrightError):
            memory.shelf.close(keep=False)
            return None
        memory.site.finish()
        memory.shelf.close()
        stamps, touched = {**rest.stamps, **changed}, list(dict.fromkeys((*rest.touched, *paths)))
        self._rest = replace(rest, stamps=stamps, lost=lost, touched=touched, alike=self._alike)
        return replace(last, pages=memory.site.pages, problems=self._problems)

    def bytes_of(self, page: Page) -> bytes:
        """What a page is served as. Raises UnreadableError for a copied file that is gone."""
        return self._workspace.read_bytes(page.copy_from) if page.copy_from else page.body


def wanted(preview: Preview, path: str) -> tuple[Page | None, str]:
    """The page at a request's path (decoded, with its leading slash), or the address to go to instead ("" for none)."""
    return page_at(preview.pages, preview.base, path)


def matters(path: str, out: str) -> bool:
    """Whether a change of a workspace file (relative, POSIX) can change the site built from it into `out`."""
    return not _HIDDEN.search(path) and not (f"{path}/").startswith(f"{out}/")
