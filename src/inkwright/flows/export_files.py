"""Writes the files of an export, all or none of them: what is there and says something else is not replaced unasked."""

import posixpath
from collections.abc import Sequence

from inkwright.model.errors import UsageError
from inkwright.model.export import Exported, ExportFile
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import all_bytes


def write_files(workspace: Workspace, folder: str, made: Sequence[ExportFile], force: bool) -> Exported:
    """Write the files into a folder (a workspace path, or an absolute one); one that is already so stays.

    Raises UsageError before anything is written when a file there says something else and `force` is not set.
    """
    placed = [(posixpath.normpath(posixpath.join(folder, file.name)), file) for file in made]
    there = {path: all_bytes(workspace, path) for path, _ in placed if workspace.exists(path)}
    differs = next((path for path, file in placed if there.get(path, file.data) != file.data), "")
    if differs and not force:
        hint = "Add --force to replace it, or name another folder with --out."
        raise UsageError("there is already a file of that name that says something else", path=differs, hint=hint)
    written = []
    for path, file in placed:
        if there.get(path) != file.data:
            workspace.write_bytes(path, file.data)
            written.append((path, file.says))
    return Exported(tuple(written), tuple(path for path, file in placed if there.get(path) == file.data))
