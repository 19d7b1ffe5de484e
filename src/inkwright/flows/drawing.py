"""Drawing diagrams for a workspace: what was drawn before is remembered under `.inkwright/`."""

from collections.abc import MutableMapping
from functools import cached_property
from hashlib import sha256
from importlib.resources import files

from inkwright.model.diagram import Drawn
from inkwright.process.stamp import stamp
from inkwright.render.diagrams.drawn import drawn
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace

LIBRARIES = ("merman", "ziamath", "ziafont")
"""What draws besides our own code."""


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
        self._cache = TextCache(self._workspace.state / "cache" / "diagrams.db", edition())
        return self._cache

    def __call__(self, kind: str, source: str) -> Drawn:
        """A picture for both themes, or what is wrong with its source; nothing where it cannot be drawn here."""
        return drawn(kind, source, self._known)

    def close(self) -> None:
        """Keep what was drawn for the next time."""
        if self._cache is not None:
            self._cache.close()


def edition() -> str:
    """A digest of what draws, code and libraries: the pictures of another edition are drawn again."""
    folder = files("inkwright") / "render" / "diagrams"
    own = sorted((part.name, part.read_bytes()) for part in folder.iterdir() if part.name.endswith(".py"))
    libraries = "\0".join(map(stamp, LIBRARIES)).encode()
    return sha256(b"\0".join([libraries, *(code for _, code in own)])).hexdigest()
