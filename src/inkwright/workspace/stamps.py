"""What tells that a file changed, without reading it."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

from inkwright.model.seen import GONE, Seen

TELLABLE = 20_000_000
"""Nanoseconds within which two changes of a file may get the same time: more than the tick of any kernel in use."""


def stamps(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """A stamp for each of many paths relative to a folder that is there; it changes when the file does.

    A file that was written just now gets a stamp that no later one equals, since it may be written once more within
    what its clock can tell apart.
    """
    base, found = f"{root}/", {}
    just = time.time_ns() - TELLABLE
    for path in paths:
        try:
            state = os.stat(base + path)  # noqa: PTH116 - of tens of thousands
        except (OSError, ValueError):
            continue
        stamp = f"{state.st_mtime_ns}:{state.st_size}:{state.st_ino}:{state.st_ctime_ns}"
        found[path] = f"{stamp}:{time.time_ns()}" if state.st_mtime_ns > just else stamp
    return found


def changed(root: Path, seen: Seen) -> list[str]:
    """Those of some files below a folder whose stamp is another than the one that `seen` holds the number of."""
    base, ask = f"{root}/", os.stat
    now: list[int] = []
    note = now.append
    for name in seen.names:
        try:
            state = ask(base + name)
        except (OSError, ValueError):
            note(GONE)
        else:
            note(hash((state.st_mtime_ns, state.st_size, state.st_ino, state.st_ctime_ns)))  # `number` of the stamp
    return seen.other(now)
