"""Watches folders for changes of their files, until interrupted."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from inkwright.workspace.listing import SKIPPED_FOLDERS

_HELD_BACK = 300
"""Milliseconds for which changes are gathered: an editor that saves writes, renames and deletes in one go."""
_WAKE = 100
"""Milliseconds after which the watch looks up from its work."""


def changes(folders: Iterable[Path], deep: bool) -> Iterator[frozenset[str]]:
    """The real paths of files that changed, appeared or went, each time some did; first an empty set, once the watch
    stands. Only folders that exist are watched, with `deep` all below them, hidden folders left out.

    Ends with KeyboardInterrupt. Raises ValueError when no folder exists.
    """
    from watchfiles import watch

    roots = sorted({os.path.realpath(folder) for folder in folders if folder.is_dir()})
    if not roots:
        raise ValueError("no folder to watch")

    def concerns(change: object, path: str) -> bool:
        root = next((root for root in roots if path.startswith(root + os.sep)), "")
        parts = Path(path[len(root) :]).parts[1:-1]
        return not any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts)

    standing = False
    for found in watch(
        *roots, watch_filter=concerns, debounce=_HELD_BACK, step=50, rust_timeout=_WAKE, yield_on_timeout=True,
        recursive=deep,
    ):  # fmt: skip
        if found or not standing:
            standing = True
            yield frozenset(path for _, path in found)
