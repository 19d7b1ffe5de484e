"""What the index holds of a file, and what a refresh of the index did."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from inkwright.model.note import Idea, LogEntry

FileKind = Literal["post", "page", "note", "paper", "ideas", "log"]


class IndexedFile(Struct, frozen=True):
    """A file as the index knows it: `path` relative to the workspace, POSIX (`../vault/x.md` for a foreign note),
    `date` ISO or "", `text` what is searched and `first_line` the 1-based line where it begins; `aliases` are other
    names, found as the title is; `origin` where it came from, `sort` its own kind and `pillar` its theme, where the
    file says so."""

    path: str
    kind: FileKind
    id: str
    title: str
    date: str = ""
    tags: tuple[str, ...] = ()
    text: str = ""
    ideas: tuple[Idea, ...] = ()
    log: tuple[LogEntry, ...] = ()
    aliases: tuple[str, ...] = ()
    origin: str = ""
    sort: str = ""
    first_line: int = 1
    pillar: str = ""


class IndexReport(Struct, frozen=True):
    """What a refresh found: how many files of each kind, which were read again, which are gone, which only moved
    (old id, new id), which cannot be read (path, why), and why the index was made anew ("" when it was not)."""

    counts: Mapping[str, int]
    ideas: int = 0
    changed: int = 0
    removed: int = 0
    renamed: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()
    rebuilt: str = ""
