"""What an export is to an importer: names and bytes, whatever they lie in, and how its texts are decoded."""

import codecs
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from msgspec import Struct, field

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival
from inkwright.model.regex import regex

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".ico"})
"""Names of files that are pictures end like this, in small letters."""
_DECLARED = regex(rb"<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{1,40})[\"']")


class Export(Struct, frozen=True, dict=True):
    """An export as an importer may see it.

    `name` is what the user called it. `names` are its files, POSIX, sorted; `read` gives the bytes of one and raises
    UnreadableError. `troubles` pairs what of it could not be opened with the reason; `recoded` collects what
    was read in another encoding than UTF-8.
    """

    name: str
    names: tuple[str, ...]
    read: Callable[[str], bytes]
    troubles: tuple[tuple[str, str], ...] = ()
    recoded: list[tuple[str, str]] = field(default_factory=list)

    def ending(self, *endings: str) -> list[str]:
        """Its files whose names end in one of these, in any case."""
        return [name for name in self.names if name.lower().endswith(endings)]

    def text(self, name: str) -> str:
        """A file as text. Raises UnreadableError for what is none."""
        text, encoding = decoded(self.read(name), name)
        said = (name, f"read as {encoding}, as it is not UTF-8")
        if encoding and said not in self.recoded:
            self.recoded.append(said)
        return text

    @cached_property
    def _by_base(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            found.setdefault(name.rpartition("/")[2], []).append(name)
        return found

    def holding(self, address: str, near: str = "") -> str:
        """The file that an address means, written in the file `near`: relative to it, or the one file whose path ends
        as the address does; "" when the export has none."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
            return ""
        far = bool(re.match(r"[a-zA-Z][\w+.-]*:|//", address))
        if not far and near and not path.startswith("/"):
            beside = _normal(str(PurePosixPath(near).parent / path))
            if beside in self._by_base.get(beside.rpartition("/")[2], ()):
                return beside
        parts = [part for part in PurePosixPath(path).parts if part not in ("/", "..", ".")]
        named = self._by_base.get(parts[-1], []) if parts else []
        least = min(len(parts), 2)
        for length in range(len(parts), (least if far else 1) - 1, -1):
            tail = tuple(parts[-length:])
            ending = [name for name in named if PurePosixPath(name).parts[-length:] == tail]
            if len(ending) == 1:
                return ending[0]
        return ""


class Importer(Struct, frozen=True):
    """The reading side of a platform, as data and one function.

    `takes` says in words what SOURCE may be. `carries` names the kinds of things that its exports hold and that we
    read. `read` gives all that an export holds; it raises UnreadableError when that is no export of this platform.
    """

    name: str
    label: str
    takes: str
    read: Callable[[Export], Arrival]
    carries: tuple[str, ...] = ()


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Bytes as text, and in a few words in what encoding when it is not UTF-8 ("" when it is).

    What is neither UTF-8 nor marked otherwise is read as windows-1252, which gives a character for nearly every byte.
    Raises UnreadableError for what is no text at all.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), "UTF-16"
    said = _DECLARED.match(data[:200].lstrip())
    encoding = said[1].decode("ascii").lower() if said else "utf-8"
    try:
        encoding = codecs.lookup(encoding).name
    except LookupError:
        encoding = "utf-8"
    if data[:4096].count(0) > max(4, len(data[:4096]) // 50):
        raise UnreadableError("this is no text", path=name)
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding), "" if encoding == "utf-8" else encoding
    except (UnicodeDecodeError, ValueError):
        return data.decode("windows-1252", "replace"), "windows-1252"


def _normal(path: str) -> str:
    """A relative path without `.` and `..`; one that leads out begins at the top."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)
