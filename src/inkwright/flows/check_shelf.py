"""All sources of a workspace by their fingerprints: read once, kept in the disposable cache."""

import contextlib
from array import array
from collections.abc import Mapping, MutableMapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal

from inkwright.flows.index import NOTE_GLOB
from inkwright.model.errors import InkwrightError
from inkwright.model.post import PostFile
from inkwright.similar.winnowing import SIZE, WINDOW, fingerprints
from inkwright.similar.words import plain, words_of
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace

CACHED_FROM = 20
"""Sources from which their fingerprints are kept between runs; fewer are read as fast."""
Kind = Literal["note", "paper", "post"]


class Shelf:
    """The sources of a workspace; nothing is read before the first question."""

    def __init__(self, workspace: Workspace, posts: Mapping[str, PostFile]) -> None:
        self.workspace = workspace
        self._posts = posts

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """Kind of every source by its path."""
        settings = self.workspace.settings
        found: dict[str, Kind] = dict.fromkeys(self._posts, "post")
        for kind, folder in (("note", settings.notes), ("paper", "papers")):
            below = PurePosixPath(folder).as_posix()
            for name in self.workspace.files((NOTE_GLOB,), settings.exclude, below=folder):
                found[f"{below}/{name}"] = kind  # type: ignore[assignment]
        return found

    @cached_property
    def by_fingerprint(self) -> dict[int, list[str]]:
        """Paths by fingerprint, of all sources that can be read."""
        found: dict[int, list[str]] = {}
        for path, prints in self._all().items():
            for one in prints:
                found.setdefault(one, []).append(path)
        return found

    def _all(self) -> dict[str, Sequence[int]]:
        if len(self.kinds) < CACHED_FROM:
            return _fingerprinted(self.workspace, self.kinds, {})
        with contextlib.suppress(OSError):
            cache = TextCache(self.workspace.make_state() / "fingerprints.db", f"1 {SIZE} {WINDOW}")
            with contextlib.closing(cache):
                return _fingerprinted(self.workspace, self.kinds, cache)
        return _fingerprinted(self.workspace, self.kinds, {})


def _fingerprinted(
    workspace: Workspace, paths: Mapping[str, Kind], cache: MutableMapping[str, str]
) -> dict[str, Sequence[int]]:
    """The fingerprints of every text that can be read; from the cache where the file is the one it knows."""
    hashes: dict[str, int] = {}
    found: dict[str, Sequence[int]] = {}
    for path in paths:
        with contextlib.suppress(InkwrightError):  # a file that cannot be read has its own finding when it is checked
            key = f"{path}:{workspace.stamp(path)}"
            kept = cache.get(key)
            if kept is None:
                text = workspace.read(path).text
                kept = cache[key] = array("I", sorted(fingerprints(words_of(plain(text)), hashes))).tobytes().hex()
            found[path] = array("I", bytes.fromhex(kept))
    return found
