"""The files of a site held in memory, for a preview: what an output folder is to a build."""

from collections.abc import Mapping, Sequence

from inkwright.model.post import Page
from inkwright.site.made import Done
from inkwright.site.paths import clean, encoded, place_of, site_path
from inkwright.site.recipe import digest, of_page


class InMemory:
    """`pages` are those of the last run that was finished, by place. Made by one process alone."""

    def __init__(self) -> None:
        self.pages: Mapping[str, Page] = {}
        self._digests: Mapping[str, str] = {}
        self._now: dict[str, tuple[str, Page]] = {}

    def begin(self) -> None:
        """Start a run; what an earlier one left unfinished is forgotten."""
        self._now = {}

    def keep(self, path: str, digest: str) -> bool:
        """Leave a page as it is; False when it does not hold what has that digest."""
        if self._digests.get(path) != digest:
            return False
        self._now[path] = digest, self.pages[path]
        return True

    def put(self, page: Page) -> str:
        """Take a page; the digest of what it holds. One that is copied is known by its source."""
        name = digest("copy", page.copy_from) if page.copy_from else of_page(page).key
        self._now[page.path] = name, page
        return name

    def finish(self) -> None:
        """End a run: its pages are the site's."""
        self.pages = {path: page for path, (_, page) in self._now.items()}
        self._digests = {path: name for path, (name, _) in self._now.items()}

    def part(self) -> None:
        """No copy of the process makes pages in memory."""

    def done(self) -> Done:
        """Nothing, as no copy does anything."""
        return {}, 0, 0, []

    def join(self, now: Mapping[str, str], written: int, removed: int, kept: Sequence[str]) -> None:
        """No copy of the process has anything to join."""


def page_at(pages: Mapping[str, Page], base: str, path: str) -> tuple[Page | None, str]:
    """The page at a request's path (decoded, with its leading slash), or the address to go to instead ("" for none).

    `base` is the path of the site's address, with both slashes. Looked up by name alone: a path can never lead to a
    file that is not part of the site.
    """
    if base != "/" and path.startswith(base):
        path = path[len(base) - 1 :]
    name = clean(encoded(path))
    place = place_of("/" + encoded(name) + ("/" if path.endswith("/") else ""))
    page = pages.get(name) or pages.get(place)
    if page is not None and page.path == f"{name}/index.html" and not path.endswith("/"):
        return None, f"/{encoded(site_path(place))}"
    return page, ""
