"""A workspace -> its site in memory, again and again while it is being written. Nothing is put on the disk."""

import re
from collections.abc import Callable
from dataclasses import replace

from inkwright.flows.build_notes import Notes
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.load import load_site
from inkwright.flows.making import making
from inkwright.flows.out_folder import default_out
from inkwright.flows.word_weights import word_weight
from inkwright.model.document import Block
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Page
from inkwright.model.site import Preview
from inkwright.render.code import highlighter
from inkwright.similar.sketch import Background
from inkwright.site.build import alias_troubles
from inkwright.site.card import content_of
from inkwright.site.paths import base_path, clean, encoded, place_of, site_path
from inkwright.workspace.folder import Workspace

_HIDDEN = re.compile(r"(^|/)(\.|node_modules/|__pycache__/)")


class Previews:
    """Makes previews of one workspace, keeping what need not be made twice."""

    def __init__(self, workspace: Workspace, today: Callable[[], str], drafts: bool) -> None:
        self._workspace = workspace
        self._today = today
        self._drafts = drafts
        self._code: Callable[[Block], str] = highlighter()
        self._draw = Draughtsman(workspace, keep=False)

    def make(self, last: Preview | None = None) -> Preview:
        """The site as it is now; after a mistake that stops everything, the last one with the reason.

        Raises InkwrightError when there is no last one.
        """
        try:
            fresh = Workspace(self._workspace.root, self._workspace.inside)  # the settings may have changed
            site = load_site(fresh, self._today())
            notes = Notes(fresh, self._draw)
            maker = making(fresh, content_of(site, Background(word_weight)), notes, self._code, self._drafts)
            shown = maker.catalog()
            pages = {page.path: page for page in maker.pages(shown)}
        except InkwrightError as error:
            if last is None:
                raise
            return replace(last, problems=(str(error),))
        problems = tuple(str(trouble) for trouble in (*shown.troubles, *alias_troubles(shown)))
        held = sum(bool(entry.preview) for entry in shown.entries)
        base, out = base_path(shown.info.base_url), default_out(fresh, site.generator)
        return Preview(pages, problems, len(shown.entries), held, base, out)

    def bytes_of(self, page: Page) -> bytes:
        """What a page is served as. Raises UnreadableError for a copied file that is gone."""
        return self._workspace.read_bytes(page.copy_from) if page.copy_from else page.body


def wanted(preview: Preview, path: str) -> tuple[Page | None, str]:
    """The page at a request's path (decoded, with its leading slash), or the address to go to instead ("" for none).

    Looked up by name alone: a path can never lead to a file that is not part of the site.
    """
    base = preview.base
    if base != "/" and path.startswith(base):
        path = path[len(base) - 1 :]
    name = clean(encoded(path))
    place = place_of("/" + encoded(name) + ("/" if path.endswith("/") else ""))
    page = preview.pages.get(name) or preview.pages.get(place)
    if page is not None and page.path == f"{name}/index.html" and not path.endswith("/"):
        return None, f"/{encoded(site_path(place))}"
    return page, ""


def matters(path: str, out: str) -> bool:
    """Whether a change of a workspace file (relative, POSIX) can change the site built from it into `out`."""
    return not _HIDDEN.search(path) and not (f"{path}/").startswith(f"{out}/")
