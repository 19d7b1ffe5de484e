"""Published posts that have aged, and by what one sees it."""

from typing import Literal, NamedTuple

from msgspec import Struct

AgeKind = Literal["code", "data", "link", "version", "year", "traffic"]
QUARTER = 91
"""Days whose views are compared with those of the days before them."""


class Sign(Struct, frozen=True):
    """One sign of age: where (1-based line), what is seen, and the command or the step that helps. `key` is what it is
    known by when its author answered it, "" for one that the day of the answer alone puts off."""

    kind: AgeKind
    line: int
    message: str
    command: str = ""
    key: str = ""


class Fall(NamedTuple):
    """Views of the last quarter and of the one before where they fell, and whose counts they are."""

    now: int
    before: int
    sources: tuple[str, ...]


class StalePost(Struct, frozen=True):
    """A published post with its signs of age, gravest first; `looked_at` is the day (ISO) on which its author last
    said that it holds: `updated`, else its date, "" where neither is known. `views` are those of the last quarter, None
    where nobody counted."""

    id: str
    path: str
    title: str
    looked_at: str
    signs: tuple[Sign, ...]
    views: int | None = None
