"""The list of the files that a build left in a folder: what is known of each, by path.

A JSON object on the first line, and below it, an object a line, what later builds changed of it: most change one file
of tens of thousands.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inkwright.workspace.atomic import replace_file

FEW = 100
"""Changed files up to which a line is added."""
LINES = 40
"""Lines up to which another is added."""


class Manifest:
    """The list at `place`: `files` is what it says (values may be anything once others wrote it), `out` the name of the
    folder that the build was told. Nothing until `read`, and where there is no list or it cannot be understood."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.out: object = None
        self.files: dict[str, Any] = {}
        self._room = 0

    def read(self) -> None:
        """Take what the list says."""
        self.out, self.files, self._room = None, {}, 0
        try:
            first, *later = self.place.read_bytes().split(b"\n")
            found = json.loads(first)
        except (OSError, ValueError):
            return
        if not isinstance(found, dict):
            return
        self.out, files = found.get("out"), found.get("files")
        if isinstance(files, dict):
            self.files, self._room = files, LINES
            self._take(later)

    def _take(self, lines: list[bytes]) -> None:
        """What later builds changed; a line that one left half-written ends it, and no other is added below that."""
        for line in lines:
            try:
                self.files.update(json.loads(line))
            except (ValueError, TypeError):
                self._room = 0
                return
            self._room -= 1

    def write(self, out: str, files: Mapping[str, str]) -> None:
        """Let the list say this. Raises OSError."""
        known = self.files
        changed = {path: said for path, said in files.items() if known.get(path) != said}
        gone = len(known) + len(changed.keys() - known.keys()) - len(files)
        if self.out is not None and not changed and not gone:
            return
        if self._room > 0 and len(changed) <= FEW and not gone:
            with contextlib.suppress(FileNotFoundError):
                self._add(changed)
                return
        text = json.dumps({"out": out, "files": dict(files)}, ensure_ascii=False)
        replace_file(self.place, text.encode("utf-8", "surrogatepass"), durable=False)
        self.out, self.files, self._room = out, dict(files), LINES

    def add(self, out: str, changed: Mapping[str, str]) -> None:
        """Let the list say this besides what it says; it is not read where it is known to be whole and gets a line.
        Raises OSError."""
        if not changed:
            return
        self._room = LINES - self.place.read_bytes().count(b"\n")
        if self._room > 0 and len(changed) <= FEW:
            self._add(changed)
            return
        self.read()
        self.write(out, {**self.files, **changed})

    def _add(self, changed: Mapping[str, str]) -> None:
        """Add a line."""
        line = "\n" + json.dumps(changed, ensure_ascii=False)
        place = os.open(self.place, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        with open(place, "ab") as file:  # noqa: PTH123 - in one write, and only to a file that is there
            file.write(line.encode("utf-8", "surrogatepass"))
        self._room -= 1
        self.files.update(changed)
