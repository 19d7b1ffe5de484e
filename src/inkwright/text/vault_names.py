"""What a name in `[[double brackets]]` means among the files of a vault."""

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

_NOTES = (".md", ".markdown")


class VaultNames:
    """The files of a vault by every name that a link may call them; paths are POSIX, relative to the vault."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(paths, key=lambda one: (one.count("/"), one)):
            for name in {_fold(PurePosixPath(one).name) for one in (path, _bare(path))}:
                self._by_name.setdefault(name, []).append(path)

    def find(self, name: str, near: str = "") -> str | None:
        """The file that a name written in the note `near` means; None when there is none.

        A path from the root comes first, then a file beside the note, then the one highest up; case does not count.
        **Source:** help.obsidian.md/links.
        """
        wanted = _fold(name.strip().strip("/"))
        if not wanted:
            return None
        found = [path for path in self._by_name.get(wanted.rpartition("/")[2], ()) if _ends(path, wanted)]
        folder = PurePosixPath(near).parent
        ranks = {path: (not _is(path, wanted), PurePosixPath(path).parent != folder) for path in found}
        return min(found, key=lambda path: ranks[path], default=None)


def _bare(path: str) -> str:
    """A path without the extension of a note; other extensions stay."""
    return path[: path.rfind(".")] if path.lower().endswith(_NOTES) else path


def _is(path: str, wanted: str) -> bool:
    return wanted in (_fold(path), _fold(_bare(path)))


def _ends(path: str, wanted: str) -> bool:
    return any(_fold(one) == wanted or _fold(one).endswith(f"/{wanted}") for one in (path, _bare(path)))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
