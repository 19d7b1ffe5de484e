"""The files that go along with a post, each under a name that no other has."""

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from inkwright.model.export import ExportFile
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import public_bytes


class Luggage:
    """Collects files; `address` stands before their names in the text ("" for beside it)."""

    def __init__(self, workspace: Workspace, address: str = "") -> None:
        self._workspace = workspace
        self._before = f"{address}/" if address else ""
        self._names: dict[str, str] = {}
        self._made: dict[str, bytes] = {}

    def carry(self, source: str) -> str:
        """The address of a workspace file that goes along."""
        if source not in self._names:
            self._names[source] = self._free(posixpath.basename(source))
        return self._before + quote(self._names[source])

    def keep(self, name: str, data: bytes) -> str:
        """The address of a file that was made for the post."""
        if self._made.get(name) != data:
            name = self._free(name)
            self._made[name] = data
        return self._before + quote(name)

    def files(self) -> Iterator[ExportFile]:
        """The files by the name that they have there. Raises UnreadableError."""
        for source, name in self._names.items():
            yield ExportFile(name, public_bytes(self._workspace, source), "shown in it")
        for name, data in self._made.items():
            yield ExportFile(name, data, "drawn from the text")

    def _free(self, name: str) -> str:
        taken = {other.casefold() for other in (*self._names.values(), *self._made)}
        stem, dot, ending = name.rpartition(".")
        made, number = name, 1
        while made.casefold() in taken:
            number += 1
            made = f"{stem or ending}-{number}{dot}{ending if stem else ''}"
        return made
