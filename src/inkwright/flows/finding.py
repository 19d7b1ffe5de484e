"""A folder -> what answers questions about its texts: the kept index, or one in memory where nothing may be written."""

import contextlib
from collections.abc import Iterator

from inkwright.flows.index import NOTE_GLOB, opened_index
from inkwright.flows.index_file import describe
from inkwright.model.errors import InkwrightError, UnwritableError
from inkwright.model.index import IndexedFile
from inkwright.text.ids import id_of
from inkwright.workspace.finder import Finder, Row
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import in_memory


@contextlib.contextmanager
def opened_finder(workspace: Workspace) -> Iterator[Finder]:
    """The texts of a workspace, up to date. Outside one every text below the folder is a note; nothing is written."""
    with contextlib.ExitStack() as stack:
        try:
            database = stack.enter_context(opened_index(workspace)).database if workspace.inside else None
        except UnwritableError:
            database = None
        yield Finder(database or stack.enter_context(contextlib.closing(in_memory(_notes(workspace)))))


def note_rows(workspace: Workspace, finder: Finder) -> list[Row]:
    """The notes and papers. In a vault that is a site as a whole the same files are both, so its posts are taken."""
    rows = finder.files("note", "paper")
    return rows if rows or workspace.settings.notes != "." else finder.files("post")


def _notes(workspace: Workspace) -> Iterator[IndexedFile]:
    """Every text below a folder that can be read, as a note."""
    for path in workspace.files((NOTE_GLOB,), workspace.settings.exclude):
        with contextlib.suppress(InkwrightError):
            yield describe("note", id_of(path), workspace.read(path))
