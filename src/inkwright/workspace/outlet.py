"""A folder outside the workspace that the writer named to send the built site to."""

import contextlib
import os
from pathlib import Path

from inkwright.model.errors import UnwritableError, UsageError
from inkwright.workspace.atomic import replace_file, unwritable
from inkwright.workspace.folder import Workspace
from inkwright.workspace.reading import unreadable


class Outlet:
    """One such folder; nothing is ever read or written outside it, links followed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, path: str) -> bytes | None:
        """The bytes of a file below it; None without one. Raises UnreadableError."""
        try:
            return self._place(path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable(error, path) from error

    def write(self, path: str, data: bytes) -> None:
        """Give a file those bytes, whole or not at all. Raises UnwritableError."""
        try:
            replace_file(self._place(path), data, durable=False)
        except OSError as error:
            raise unwritable(error, path) from error

    def remove(self, path: str) -> None:
        """Remove a file and the folders that are empty then; nothing where there is none. Raises UnwritableError."""
        place = self._place(path)
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(error, path) from error
        for folder in place.parents:
            if folder == self._root or not folder.is_relative_to(self._root):
                break
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _place(self, path: str) -> Path:
        place = self._root / path
        if not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(self._root)):
            raise UnwritableError("a link leads out of the folder", path=str(place), hint="Remove the link.")
        return place


def outlet(workspace: Workspace, named: str, built: str | Path) -> Outlet:
    """The folder of that name, relative to the workspace or absolute. `built` is where the site is built.

    Raises UsageError for one that is, holds or lies in what must not be filled: the workspace, the built site, git.
    """
    root = workspace.path(Path(named).expanduser())
    real, base, made = (Path(os.path.realpath(one)) for one in (root, workspace.root, workspace.path(built)))
    kept = [base / name for name in ("inkwright", "private", ".inkwright", "posts", workspace.settings.notes)]
    if base.is_relative_to(real) or real.is_relative_to(made) or ".git" in real.parts:
        raise UsageError("the site cannot be sent to this folder", path=named, hint="Choose a folder of its own.")
    if any(real.is_relative_to(one) for one in kept):
        raise UsageError("this folder holds your own files", path=named, hint="Choose a folder of its own.")
    return Outlet(root)
