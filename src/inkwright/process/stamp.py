"""Whether a library, or our own code, is still what it was, told without reading its metadata (which takes 40 ms)."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path


def stamp(module: str) -> str:
    """Size and time of the file that a module is loaded from; another one after an upgrade, "" when not installed."""
    found = find_spec(module)
    if found is None or found.origin is None:
        return ""
    try:
        state = Path(found.origin).stat()
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"


def code_stamp(package: str, rooms: tuple[str, ...]) -> str:
    """Size and time of every file in some folders of a package, but what Python compiled; "" for what is no folder
    on the disk."""
    found = find_spec(package)
    places = (found.submodule_search_locations if found else None) or ()
    return "\n".join(line for place in places for room in rooms for line in _states(f"{place}/{room}"))


def _states(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _states(entry.path)
        else:
            state = entry.stat()
            yield f"{entry.name} {state.st_size} {state.st_mtime_ns}"
