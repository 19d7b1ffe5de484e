"""The folder that others drop files into: what waits there, and putting aside what was taken in."""

import contextlib
import os
from datetime import datetime
from pathlib import Path, PurePosixPath

from inkwright.model.inbox import Dropped
from inkwright.model.zones import zone
from inkwright.workspace.atomic import unwritable
from inkwright.workspace.folder import Workspace

TAKEN = "taken"
"""Folder inside the inbox where originals go once they are taken in; nothing there is read or deleted."""
MOST = 10_000
"""Files looked at in one go."""
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".icloud", ".swp")
_CONFLICTS = ("~", "~$")


def waiting(workspace: Workspace) -> list[Dropped]:
    """Files that wait in the inbox, sorted by name; none without one.

    What a sync tool has not finished (its temporary names, empty files), links and hidden files are passed over.
    """
    folder = workspace.settings.inbox
    found = []
    for name in workspace.files(("**",), (TAKEN,), below=folder)[:MOST]:
        bare = PurePosixPath(name).name
        place = workspace.path(folder) / name
        if bare.lower().endswith(_UNFINISHED) or bare.startswith(_CONFLICTS) or place.is_symlink():
            continue
        with contextlib.suppress(OSError):  # it was taken away meanwhile
            seen = place.stat()
            if seen.st_size:
                day = datetime.fromtimestamp(seen.st_mtime, zone(workspace.settings.timezone)).date().isoformat()
                found.append(Dropped(name, seen.st_size, day))
    return found


def put_aside(workspace: Workspace, name: str) -> None:
    """Move a file that was taken in out of the way, its bytes as they are. Raises UnwritableError."""
    base = workspace.path(workspace.settings.inbox)
    target = _free(base / TAKEN / name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        (base / name).replace(target)
    except FileNotFoundError:
        return  # somebody else moved it
    except OSError as error:
        raise unwritable(error, name) from error


def wait_for_disk() -> None:
    """Return when everything written so far is on the disk; at once where the system cannot tell (Windows)."""
    getattr(os, "sync", lambda: None)()


def _free(target: Path) -> Path:
    number = 2
    free = target
    while os.path.lexists(free):
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
        number += 1
    return free
