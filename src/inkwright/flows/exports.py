"""How the pictures that a post takes from drawing programs stand to the files that readers see."""

import contextlib
from hashlib import sha256

from inkwright.model.diagram import Export
from inkwright.model.errors import UnreadableError
from inkwright.platforms.assets import Files, drawing_of, export_of
from inkwright.render.diagrams.excalidraw import fault
from inkwright.render.diagrams.excalidraw_scene import SceneError, read_scene
from inkwright.render.diagrams.exports import likeness
from inkwright.text.diagrams import kind_of_file
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace

_SPARE = 10_000
"""Memories kept for each that a run asked for: whoever checks one post forgets nothing of the others."""


class Exports:
    """The drawings of one workspace and their exports."""

    def __init__(self, workspace: Workspace, files: Files | None = None) -> None:
        self._workspace = workspace
        self._files = files

    @property
    def files(self) -> Files:
        """The files among which drawings are looked for."""
        if self._files is None:
            self._files = Files(frozenset(self._workspace.files(("**",))))
        return self._files

    def of(self, post: str, target: str) -> Export | None:
        """How the drawing stands that a picture in a post names; None for one that is not there, which `broken-image`
        tells of. Nothing is drawn."""
        source = drawing_of(target, post, self.files)
        if not source:
            return None
        export = export_of(target, post, self.files)
        try:
            return self._of(kind_of_file(source), source, export)
        except UnreadableError as error:
            return Export(source, export, "unknown" if export else "missing", error.message)

    def _of(self, kind: str, source: str, export: str) -> Export:
        text = self.text(source)
        if not export:
            said = fault(text) if kind == "excalidraw" else None
            drawn = kind == "excalidraw" and said is None
            return Export(source, "", "drawn" if drawn else "missing", said.message if said else "")
        shown = self._workspace.read_bytes(export)
        try:
            state = likeness(kind, text, shown)
        except ValueError as error:
            return Export(source, export, "unknown", str(error))
        if state == "unknown" and self._workspace.inside and not self._as_first_seen(source, text, shown):
            state = "stale"
        return Export(source, export, state)

    def labels(self, post: str, target: str) -> tuple[str, ...] | None:
        """The texts in the Excalidraw drawing that a picture in a post names, in the order of the file; None for any
        other drawing, and for one that cannot be read, which another rule tells of."""
        export = self.of(post, target)
        if export is None or kind_of_file(export.source) != "excalidraw":
            return None
        try:
            scene = read_scene(self.text(export.source))
        except (SceneError, UnreadableError):
            return None
        texts = (str(element.get("text", "")) for element in scene.elements if element.get("type") == "text")
        return tuple(" ".join(text.split()) for text in texts)

    def text(self, source: str) -> str:
        """The text of the file of a drawing. Raises UnreadableError."""
        return self._workspace.read(source).text

    def _as_first_seen(self, source: str, text: str, shown: bytes) -> bool:
        """Whether a source is what it was when this very export was seen beside it for the first time."""
        name = sha256(f"{source}\0".encode() + shown).hexdigest()
        now = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        with contextlib.suppress(OSError):  # where nothing can be written nothing is remembered
            self._workspace.make_state()
        memory = TextCache(self._workspace.state / "exports.db", "1", _SPARE)
        then = memory.setdefault(name, now)
        memory.close()
        return then == now
