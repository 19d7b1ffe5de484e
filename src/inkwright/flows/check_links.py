"""Looks on the disk what the links of a document reach: which files are there, and which anchors they offer."""

from collections.abc import Iterable
from typing import NamedTuple

from inkwright.flows.check_pages import SitePages
from inkwright.flows.survey import Survey
from inkwright.lint.links import Target, offered_anchors, targets
from inkwright.lint.page_links import file_of, files_of, page_links
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.pages import Pages
from inkwright.platforms.platform import MARKDOWN
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace


class Reached(NamedTuple):
    """What the links of one document reach, as the fields of `Context` of the same names say it."""

    files: frozenset[str]
    anchors: dict[str, frozenset[str]]
    sizes: dict[str, int]
    pages: Pages


class Links:
    """The files of one workspace as links see them; a file that several posts point into is parsed once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._site: SitePages | None = None
        self._anchors: dict[str, frozenset[str] | None] = {}

    def reached(
        self, document: Document, path: str, roots: tuple[tuple[str, str], ...], survey: Survey | None
    ) -> Reached:
        """What one document's links reach. `survey` is None where the folder is not looked over."""
        if survey and self._site is None:
            self._site = SitePages(survey)
        found = targets(document, path, roots)
        files = self._existing(file for target in found for file in target.candidates)
        into = {file for target in found if target.fragment for file in target.candidates if file in files}
        pages = self._site.of(document, path) if self._site else Pages()
        for link in page_links(document) if self._site else ():
            page = file_of(link, pages)
            if not page:
                files |= self._existing(files_of(link, path, roots))
            elif link.fragment:
                into.add(page)
        return Reached(files, self._offered(into), self._sizes(found, files), pages)

    def _existing(self, candidates: Iterable[str]) -> frozenset[str]:
        return frozenset(file for file in candidates if self._workspace.exists(file))

    def _sizes(self, found: Iterable[Target], files: frozenset[str]) -> dict[str, int]:
        """The bytes of every picture that is there."""
        pictures = {file for target in found if target.image for file in target.candidates if file in files}
        return {file: self._workspace.size(file) for file in sorted(pictures)}

    def _offered(self, wanted: Iterable[str]) -> dict[str, frozenset[str]]:
        """The anchors of those Markdown files that a fragment points into, where they can be known."""
        offers = {}
        for path in sorted(wanted):
            if path.lower().endswith(MARKDOWN):
                if path not in self._anchors:
                    self._anchors[path] = self._read(path)
                offered = self._anchors[path]
                if offered is not None:
                    offers[path] = offered
        return offers

    def _read(self, path: str) -> frozenset[str] | None:
        try:
            return offered_anchors(parse(self._workspace.read(path)))
        except InkwrightError:
            return None  # the file has its own finding when it is checked itself
