"""Which Python snippets run with, and its version, found without starting it."""

import contextlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path


def interpreter(outer: Mapping[str, str] = os.environ) -> str:
    """The Python that snippets run with when nothing else is said: that of the active virtual environment, else the
    one that runs this."""
    active = outer.get("VIRTUAL_ENV", "")
    for place in (Path(active, "bin", "python"), Path(active, "Scripts", "python.exe")) if active else ():
        if place.exists():
            return str(place)
    return sys.executable


def version_of(python: str) -> str:
    """The version of an interpreter, found without starting it: our own, or that of the virtual environment it lies
    in; the path itself when neither tells."""
    if Path(python).absolute() == Path(sys.executable).absolute():
        return ".".join(map(str, sys.version_info[:3]))
    with contextlib.suppress(OSError):
        for line in (Path(python).parent.parent / "pyvenv.cfg").read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            if key.strip() in ("version", "version_info"):
                return ".".join(value.strip().split(".")[:3])
    return python
