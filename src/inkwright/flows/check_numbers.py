"""Holds the bound numbers of a document against the files beside it."""

import posixpath
from urllib.parse import unquote

from inkwright.evidence.numbers import number_states
from inkwright.evidence.results import Data, read_results
from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.number import NumberState
from inkwright.text.marks import marks_of
from inkwright.workspace.folder import Workspace


class Numbers:
    """The files of results of one workspace; each is read once for as long as it stays as it is."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[str, tuple[str, Data]] = {}

    def of(self, document: Document, path: str) -> tuple[NumberState, ...]:
        """How the bound numbers of one document stand; nothing is read without marks."""
        if not marks_of(document, "number"):
            return ()
        return number_states(document, lambda name: self._read(posixpath.dirname(path), name))

    def _read(self, folder: str, name: str) -> Data:
        """The data of a file that a mark names. Raises ValueError saying what to do."""
        path = self._place(folder, name)
        if not self._workspace.exists(path):
            raise ValueError(f"there is no {name} beside the post: run what writes it, or correct the name")
        try:
            stamp = self._workspace.stamp(path)
            if path not in self._known or self._known[path][0] != stamp:
                self._known[path] = stamp, read_results(name, self._workspace.read(path).text)
        except UnreadableError as error:
            raise ValueError(f"{name}: {error.message.rstrip('.')}") from error
        return self._known[path][1]

    def _place(self, folder: str, name: str) -> str:
        """Where a file lies. It is named relative to the post and, in a workspace, lies below its root."""
        if name.startswith(("/", "~")) or ":" in name or "\\" in name:
            raise ValueError(f"{name} is no file beside the post: name one relative to it")
        found = [posixpath.normpath(posixpath.join(folder, one)) for one in (name, unquote(name))]
        if self._workspace.inside and any(one.startswith(("..", "/")) for one in found):
            raise ValueError(f"{name} lies outside the workspace: keep a copy beside the post")
        return next((one for one in found if self._workspace.exists(one)), found[0])
