"""Bytes that cost time to make, each a file of a folder under `.inkwright/`. Disposable, and never in the way."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from inkwright.workspace.atomic import replace_file


class Blobs:
    """Keeps groups of bytes by a name of letters, digits and hyphens; `None` as folder keeps nothing. Without `write`
    the folder is only read, and what is put is held in memory."""

    def __init__(self, folder: Path | None, write: bool = True) -> None:
        self._folder = folder
        self._held: dict[str, list[bytes]] | None = None if write else {}

    def get(self, name: str) -> list[bytes] | None:
        """What is kept under a name; None when nothing is, or when it is damaged."""
        if self._held and name in self._held:
            return self._held[name]
        if self._folder is None:
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        found = []
        while data:
            size, end, rest = data.partition(b"\n")
            if not end or not size.isdigit() or int(size) > len(rest):
                return None
            found.append(rest[: int(size)])
            data = rest[int(size) :]
        return found

    def put(self, name: str, parts: Sequence[bytes]) -> None:
        """Keep some bytes, without parts too; what cannot be written is not kept."""
        if self._held is not None:
            self._held[name] = [*parts]
        if self._folder is None or self._held is not None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / name, b"".join(b"%d\n%s" % (len(part), part) for part in parts))
