"""The files of a site held in memory, for a preview: what an output folder is to a build."""

from collections.abc import Iterator, Mapping, Sequence

from inkwright.model.post import Page
from inkwright.site.made import Done
from inkwright.site.paths import clean, encoded, place_of, site_path
from inkwright.site.recipe import digest, of_page


class _Pages(Mapping[str, Page]):
    """Pages by place, looked up where they are held with their digests."""

    def __init__(self, held: Mapping[str, tuple[str, Page]]) -> None:
        self._held = held

    def __getitem__(self, place: str) -> Page:
        return self._held[place][1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


class InMemory:
    """`pages` are those of the last run that was finished, by place. Made by one process alone."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, Page]] = {}
        self._now: dict[str, tuple[str, Page]] = {}

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages as they are from now on, whatever later runs make."""
        return _Pages(self._held)

    def begin(self) -> None:
        """Start a run; what an earlier one left unfinished is forgotten."""
        self._now = {}

    def go_on(self) -> None:
        """Start a run that leaves all pages as they are but those that it is given."""
        self._now = dict(self._held)

    def keep(self, path: str, digest: str) -> bool:
        """Leave a page as it is; False when it does not hold what has that digest."""
        held = self._held.get(path)
        if held is None or held[0] != digest:
            return False
        self._now[path] = held
        return True

    def put(self, page: Page) -> str:
        """Take a page; the digest of what it holds. One that is copied is known by its source."""
        name = digest("copy", page.copy_from) if page.copy_from else of_page(page).key
        self._now[page.path] = name, page
        return name

    def finish(self) -> None:
        """End a run: its pages are the site's."""
        self._held, self._now = self._now, {}

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
