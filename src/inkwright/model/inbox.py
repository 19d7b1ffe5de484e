"""Files dropped into the inbox by a phone or a sync tool, and what became of them."""

from typing import Literal

from msgspec import Struct

DropKind = Literal["idea", "note", "link", "sketch", "page", "archive", "unknown"]


class Dropped(Struct, frozen=True):
    """A file that waits: `name` is its path below the inbox, POSIX, `date` the day of its last change, ISO."""

    name: str
    size: int
    date: str


class Taken(Struct, frozen=True):
    """A file that was taken in: as what, and where it went, relative to the workspace."""

    name: str
    kind: DropKind
    path: str


class InboxReport(Struct, frozen=True):
    """What a look into the inbox did: files taken in, files left there with the reason, files that only wait."""

    taken: tuple[Taken, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    waiting: tuple[Dropped, ...] = ()
