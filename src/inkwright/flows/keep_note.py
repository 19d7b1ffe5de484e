"""A new note of our own -> a file under a free name. Nothing that is there is ever written over."""

from pathlib import PurePosixPath

from inkwright.model.clip import Kept
from inkwright.model.errors import ConflictError, InkwrightError
from inkwright.workspace.folder import Workspace

OWN = "notes"
"""Where our own notes go when the settings name a vault outside the workspace, which is only read."""


def own_notes(workspace: Workspace) -> str:
    """The folder of notes that we may add to: the one of the settings when it lies in the workspace, else `notes`."""
    named = PurePosixPath(workspace.settings.notes)
    outside = named.is_absolute() or ".." in named.parts
    return OWN if outside else named.as_posix()


def keep_text(workspace: Workspace, folder: str, name: str, text: str, suffix: str = ".md") -> tuple[str, bool]:
    """Write a text as `folder/name.md`, `name-2.md` when that is taken; its path and whether it is new.

    A file that holds the very same text already is taken for it. Raises UnwritableError.
    """
    return keep_bytes(workspace, folder, name, text.encode("utf-8", "replace"), suffix)


def keep_bytes(
    workspace: Workspace, folder: str, name: str, data: bytes, suffix: str, durable: bool = True
) -> tuple[str, bool]:
    """As `keep_text`, for bytes; without `durable` the disk is not waited for, for what can be made again."""
    number = 1
    while True:
        path = f"{folder}/{name}{f'-{number}' if number > 1 else ''}{suffix}".removeprefix("./")
        number += 1
        if workspace.exists(path):
            if _holds(workspace, path, data):
                return path, False
            continue
        try:
            workspace.write_bytes(path, data, expected="", durable=durable)
        except ConflictError:
            number -= 1  # somebody else was faster: look at theirs
            continue
        return path, True


def kept(workspace: Workspace, folder: str, name: str, title: str, text: str) -> Kept:
    """Keep a note and tell of it."""
    path, new = keep_text(workspace, folder, name, text)
    return Kept(path, title, new)


def _holds(workspace: Workspace, path: str, data: bytes) -> bool:
    try:
        return workspace.size(path) == len(data) and workspace.read_bytes(path) == data
    except InkwrightError:
        return False
