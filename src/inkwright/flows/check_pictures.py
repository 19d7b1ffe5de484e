"""Reads what the files of a document's pictures say beside the picture."""

from collections.abc import Iterable

from inkwright.model.errors import UnreadableError
from inkwright.model.picture import Trace
from inkwright.workspace.folder import Workspace
from inkwright.workspace.picture_traces import traces_of

SUFFIXES = (".jpg", ".jpeg", ".jfif", ".png", ".apng", ".webp", ".gif", ".svg")


class Pictures:
    """The pictures of one workspace; each is read once for as long as it stays as it is."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[str, tuple[str, tuple[Trace, ...]]] = {}

    def of(self, paths: Iterable[str]) -> dict[str, tuple[Trace, ...]]:
        """What each of some files says; those that say nothing are left out. The blog's author may be named."""
        author = self._workspace.settings.author.casefold()
        found = {path: self._read(path) for path in paths if path.lower().endswith(SUFFIXES)}
        told = {path: tuple(one for one in traces if not _is(author, one)) for path, traces in found.items()}
        return {path: traces for path, traces in told.items() if traces}

    def _read(self, path: str) -> tuple[Trace, ...]:
        try:
            stamp = self._workspace.stamp(path)
        except UnreadableError:
            return ()
        if path not in self._known or self._known[path][0] != stamp:
            self._known[path] = stamp, traces_of(self._workspace.path(path))
        return self._known[path][1]


def _is(author: str, trace: Trace) -> bool:
    return bool(author) and trace.kind == "person" and author in trace.value.casefold()
