"""All files of the workspace -> the index."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import PurePosixPath

from inkwright.flows.index_file import describe
from inkwright.flows.keep_note import own_notes
from inkwright.flows.survey import survey
from inkwright.model.index import FileKind, IndexReport
from inkwright.notes.foreign import is_foreign
from inkwright.text.ids import id_of
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import Index, open_index
from inkwright.workspace.listing import Listing

NOTE_GLOB = "**/*.{md,MD,mdx,markdown,qmd,rmd,Rmd,txt}"
FOREIGN_GLOB = "**/*.{html,htm,json}"
"""Notes of other programs; which of these files are, `notes.foreign` says."""
OURS = ("inkwright", "private", "public")
"""Folders of our own in a vault that is its own folder of notes."""


def index_workspace(workspace: Workspace, rebuild: bool = False) -> IndexReport:
    """Bring the index up to date and say what it holds. Nothing outside `.inkwright` is written."""
    with opened_index(workspace, rebuild) as index:
        return index.report


def opened_index(workspace: Workspace, rebuild: bool = False) -> AbstractContextManager[Index]:
    """The index of a workspace, up to date, for a flow that reads it."""
    listing = workspace.listing()
    wanted = dict(_wanted(workspace, listing))
    closed = {path: str(error) for path, error in listing.closed.items()}
    return open_index(workspace, wanted, describe, rebuild, closed)


def _wanted(workspace: Workspace, listing: Listing) -> Iterator[tuple[str, tuple[FileKind, str]]]:
    """Every file to index with its kind and id; a file of two kinds is the later one."""
    settings = workspace.settings
    folders: tuple[tuple[FileKind, str, str], ...] = (
        ("note", own_notes(workspace), NOTE_GLOB), ("note", settings.notes, NOTE_GLOB),
        ("paper", "papers", NOTE_GLOB), ("log", settings.log, "*.md"),
    )  # fmt: skip
    for kind, folder, pattern in dict.fromkeys(folders):
        below = PurePosixPath(folder).as_posix()
        unread = (*settings.exclude, *OURS) if below == "." else settings.exclude
        patterns = (pattern, FOREIGN_GLOB) if kind == "note" else (pattern,)
        for name in listing.files(patterns, unread, below=folder):
            if name.endswith((".html", ".htm", ".json")) and not is_foreign(name):
                continue
            yield name if below == "." else f"{below}/{name}", (kind, id_of(name))
    for file in survey(workspace, listing).posts:
        yield file.path, (file.kind, file.id)
    if workspace.exists(settings.ideas):
        yield settings.ideas, ("ideas", id_of(settings.ideas))
