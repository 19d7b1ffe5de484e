"""Finds the notes that a post links and that say of themselves that they are hearsay."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.platforms.platform import MARKDOWN
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace

KEY, VALUE = "source", "hearsay"
"""The line of a note's front matter that flags it. **Source:** requirement CAP-13."""


def hearsay(workspace: Workspace, document: Document, linked: Iterable[str], notes: Iterable[str]) -> frozenset[str]:
    """Those of the linked files, and of the notes that wikilinks name, whose front matter says `source: hearsay`."""
    wanted = linked_notes(document, linked, notes)
    return frozenset(path for path in wanted if _is_hearsay(workspace, path))


def linked_notes(document: Document, linked: Iterable[str], notes: Iterable[str]) -> set[str]:
    """Those of the linked files that are texts, and those of the notes that wikilinks name."""
    named = {PurePosixPath(link.target.partition("#")[0]).stem.lower() for link in document.inlines_of("wikilink")}
    wanted = {path for path in linked if path.lower().endswith(MARKDOWN)}
    if named:
        wanted.update(path for path in notes if PurePosixPath(path).stem.lower() in named)
    return wanted


def _is_hearsay(workspace: Workspace, path: str) -> bool:
    try:
        data = read_front_matter(workspace.read(path).text).data
    except InkwrightError:
        return False  # a file that cannot be read has its own finding when it is checked
    return str(data.get(KEY, "")).strip().lower() == VALUE
