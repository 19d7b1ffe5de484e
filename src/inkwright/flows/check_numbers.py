"""Holds the bound numbers of a document against the files beside it."""

from inkwright.evidence.numbers import number_states
from inkwright.evidence.results import Data, read_results
from inkwright.flows.beside import place_beside
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
        return number_states(document, lambda name: self._read(path, name))

    def _read(self, post: str, name: str) -> Data:
        """The data of a file that a mark names. Raises ValueError saying what to do."""
        path = place_beside(self._workspace, post, name)
        if not self._workspace.exists(path):
            raise ValueError(f"there is no {name} beside the post: run what writes it, or correct the name")
        try:
            stamp = self._workspace.stamp(path)
            if path not in self._known or self._known[path][0] != stamp:
                self._known[path] = stamp, read_results(name, self._workspace.read(path).text)
        except UnreadableError as error:
            raise ValueError(f"{name}: {error.message.rstrip('.')}") from error
        return self._known[path][1]
