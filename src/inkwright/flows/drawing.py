"""Drawing diagrams for a workspace: what was drawn before is remembered under `.inkwright/`."""

import contextlib
from collections.abc import Mapping, MutableMapping
from functools import cached_property

from inkwright.flows.editions import drawing_edition
from inkwright.model.diagram import Drawn
from inkwright.model.errors import UnreadableError
from inkwright.model.when_needed import when_needed
from inkwright.platforms.assets import Files, drawing_of, export_of
from inkwright.text.diagrams import kind_of_file
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import require_own

with when_needed(__name__):
    from inkwright.render.diagrams import drawn as drawing


class Draughtsman:
    """Draws for one workspace: call it with the kind and the source of a picture, and `close` it at the end.

    Its memory is opened when the first picture is asked for. `keep` is False for who draws in memory only.
    """

    def __init__(self, workspace: Workspace, keep: bool = True) -> None:
        self._workspace = workspace
        self._keep = keep and workspace.inside
        self._cache: TextCache | None = None

    @cached_property
    def _known(self) -> MutableMapping[str, str]:
        if not self._keep:
            return {}
        with contextlib.suppress(OSError):  # where nothing can be written nothing is remembered
            self._workspace.make_state()
        self._cache = TextCache(self._workspace.state / "cache" / "diagrams.db", drawing_edition())
        return self._cache

    def __call__(self, kind: str, source: str) -> Drawn:
        """A picture for both themes, or what is wrong with its source; nothing where it cannot be drawn here."""
        return drawing.drawn(kind, source, self._known)

    def shown(self, post: str, target: str) -> str | Drawn | None:
        """What the page of a post shows for a picture that names the file of a drawing program: the path of its
        export, or the drawing; None where there is nothing to show."""
        export, source = self.files_of(post, target)
        if export or kind_of_file(source) != "excalidraw":
            return export or None
        try:
            require_own(self._workspace, source)
            return self("excalidraw", self._workspace.read(source).text)
        except UnreadableError:
            return None  # `check` says why

    def files_of(self, post: str, target: str) -> tuple[str, str]:
        """The export and the source that `shown` looks at, "" for what is not there."""
        return export_of(target, post, self._files), drawing_of(target, post, self._files)

    def look_again(self) -> None:
        """Forget which files there are: a new build begins."""
        self.__dict__.pop("_files", None)

    @cached_property
    def _files(self) -> Files:
        return Files(frozenset(self._workspace.files(("**",))))

    def part(self) -> dict[str, str]:
        """In a copy of the process: what it draws from now on is in this mapping."""
        self.__dict__.pop("_known", None)
        if not self._keep:
            return {}
        assert self._known is not None
        return self._cache.part() if self._cache is not None else {}

    def learn(self, drawn: Mapping[str, str]) -> None:
        """Remember what copies of the process drew."""
        if drawn:
            self._known.update(drawn)

    def close(self, sweep: bool = True) -> None:
        """Keep what was drawn for the next time; `sweep` as for `TextCache.close`."""
        if self._cache is not None:
            self._cache.close(sweep)
