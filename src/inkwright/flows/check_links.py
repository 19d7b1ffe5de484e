"""Looks on the disk what the links of a document reach: which files are there, and which anchors they offer."""

from collections.abc import Iterable

from inkwright.lint.links import Target, offered_anchors
from inkwright.model.errors import InkwrightError
from inkwright.platforms.platform import MARKDOWN
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace


class Links:
    """The files of one workspace as links see them; a file that several posts point into is parsed once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._anchors: dict[str, frozenset[str] | None] = {}

    def existing(self, found: Iterable[Target]) -> frozenset[str]:
        """Those of the targets' candidates that exist."""
        return frozenset(file for target in found for file in target.candidates if self._workspace.exists(file))

    def sizes(self, found: Iterable[Target], files: frozenset[str]) -> dict[str, int]:
        """The bytes of every picture that is there."""
        pictures = {file for target in found if target.image for file in target.candidates if file in files}
        return {file: self._workspace.size(file) for file in sorted(pictures)}

    def anchors(self, found: Iterable[Target], files: frozenset[str]) -> dict[str, frozenset[str]]:
        """The anchors of every Markdown file that a fragment points into, where they can be known."""
        wanted = {file for target in found if target.fragment for file in target.candidates if file in files}
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
