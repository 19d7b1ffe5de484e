"""All files of the workspace -> the index."""

from contextlib import AbstractContextManager
from functools import partial
from pathlib import PurePosixPath

from inkwright.flows.index_file import describe
from inkwright.flows.keep_note import own_notes
from inkwright.flows.survey import Survey, survey
from inkwright.model.index import FileKind, IndexReport
from inkwright.notes.foreign import is_foreign
from inkwright.platforms.addresses import post_id
from inkwright.text.ids import id_of
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import Contents, Index, open_index
from inkwright.workspace.index_looks import Group
from inkwright.workspace.listing import Listing

NOTE_GLOB = "**/*.{md,MD,mdx,markdown,qmd,rmd,Rmd,txt}"
FOREIGN_GLOB = "**/*.{html,htm,json}"
"""Notes of other programs; which of these files are, `notes.foreign` says."""
_OTHERS = (".html", ".htm", ".json")
OURS = ("inkwright", "private", "public")
"""Folders of our own in a vault that is its own folder of notes."""


def index_workspace(workspace: Workspace, rebuild: bool = False) -> IndexReport:
    """Bring the index up to date and say what it holds. Nothing outside `.inkwright` is written."""
    with opened_index(workspace, rebuild) as index:
        return index.report


def opened_index(workspace: Workspace, rebuild: bool = False) -> AbstractContextManager[Index]:
    """The index of a workspace, up to date, for a flow that reads it."""
    return open_index(workspace, partial(_contents, workspace), describe, rebuild)


def _contents(workspace: Workspace, listing: Listing) -> Contents:
    """Every file to index; a file of two kinds is the later one."""
    settings = workspace.settings
    found = survey(workspace, listing)
    folders: tuple[tuple[FileKind, str, str], ...] = (
        ("note", own_notes(workspace), NOTE_GLOB), ("note", settings.notes, NOTE_GLOB),
        ("paper", "papers", NOTE_GLOB), ("log", settings.log, "*.md"),
    )  # fmt: skip
    files: dict[str, Group] = {}
    for kind, folder, pattern in dict.fromkeys(folders):
        below = PurePosixPath(folder).as_posix()
        unread = (*settings.exclude, *OURS) if below == "." else settings.exclude
        names = listing.files((pattern, FOREIGN_GLOB) if kind == "note" else (pattern,), unread, below=folder)
        prefix = "" if below == "." else f"{below}/"
        paths = [prefix + name for name in names if not name.endswith(_OTHERS) or is_foreign(name)]
        files.update(dict.fromkeys(paths, Group(kind, partial(_id_below, prefix))))
    files.update((file.path, Group(file.kind, partial(_id_of_post, found))) for file in found.posts)
    if workspace.exists(settings.ideas):
        files[settings.ideas] = Group("ideas", id_of)
    closed = {path: str(error) for path, error in sorted(listing.closed.items())}
    return Contents(files, f"{folders} {found.layout.roots}", closed)


def _id_below(prefix: str, path: str) -> str:
    return id_of(path[len(prefix) :])


def _id_of_post(found: Survey, path: str) -> str:
    return post_id(path, found.layout.roots)
