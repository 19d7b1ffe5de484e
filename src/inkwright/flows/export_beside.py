"""The files beside a post that its code reads or its prose shows, as they go along with the code."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from inkwright.model.export import ExportFile
from inkwright.model.post import Post
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.inputs import LOCKS, inputs_of
from inkwright.workspace.public import public_bytes


def files_beside(workspace: Workspace, post: Post, here: str) -> Iterator[ExportFile]:
    """The files in the folder `here`, or below it, that its code names or its prose shows; no others leave."""
    codes = "\n".join(snippet.code for snippet in snippets(post.document))
    read = inputs_of(workspace, post.file.path, [codes])
    named = [path for path in read if posixpath.basename(path) in LOCKS or PurePosixPath(path).stem in codes]
    for path in sorted({*named, *post.assets}):
        name = posixpath.relpath(path, here or ".")
        if not name.startswith("..") and (name not in LOCKS or here):
            yield ExportFile(name, public_bytes(workspace, path), "as beside the post")
