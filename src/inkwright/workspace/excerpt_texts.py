"""Files of other repositories that were fetched, kept in `.inkwright/` by commit: what a commit holds never changes."""

import contextlib

from inkwright.model.origin import Origin
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace

FILE = "excerpts.db"
_SPARE = 1000
"""Files kept for each one that a run asked for: a check of one post must not forget those of all others."""


class ExcerptTexts:
    """Texts by host, repository, commit and path. Outside a workspace nothing is known and nothing kept."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def get(self, origin: Origin) -> str | None:
        """The kept text of a file, None where there is none."""
        place = self._workspace.state / FILE if self._workspace.inside else None
        if place is None or not place.exists():
            return None
        with contextlib.closing(TextCache(place, "1", _SPARE)) as cache:
            return cache.get(_key(origin))

    def keep(self, origin: Origin, text: str) -> None:
        """Keep a text from now on; where the folder cannot be written it is forgotten."""
        if not self._workspace.inside:
            return
        with (
            contextlib.suppress(OSError),
            contextlib.closing(TextCache(self._workspace.make_state() / FILE, "1", _SPARE)) as cache,
        ):
            cache[_key(origin)] = text


def _key(origin: Origin) -> str:
    return f"{origin.host}/{origin.repository}@{origin.commit}:{origin.path}"
