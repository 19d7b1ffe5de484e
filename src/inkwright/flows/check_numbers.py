"""Holds the bound numbers of a document against the files beside it."""

from inkwright.evidence.numbers import number_states
from inkwright.evidence.results import Data, read_results
from inkwright.flows.beside import place_beside, read_beside
from inkwright.model.document import Document
from inkwright.model.number import NumberState
from inkwright.text.marks import marks_of
from inkwright.workspace.folder import Workspace


class Numbers:
    """The files of results of one workspace; each is read once for as long as it stays as it is."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[str, tuple[str, Data | ValueError]] = {}

    def of(self, document: Document, path: str) -> tuple[NumberState, ...]:
        """How the bound numbers of one document stand; nothing is read without marks."""
        if not marks_of(document, "number"):
            return ()
        return number_states(document, lambda name: self.read(path, name))

    def read(self, post: str, name: str) -> Data:
        """The data of a file as the post at a path names it. Raises ValueError saying what to do."""
        path = place_beside(self._workspace, post, name)
        stamp = self._workspace.stamp(path) if self._workspace.exists(path) else ""
        if path not in self._known or self._known[path][0] != stamp:
            self._known[path] = stamp, self._fresh(post, name)
        data = self._known[path][1]
        if isinstance(data, ValueError):
            raise ValueError(str(data))
        return data

    def _fresh(self, post: str, name: str) -> Data | ValueError:
        try:
            return read_results(name, read_beside(self._workspace, post, name))
        except ValueError as error:
            return error
