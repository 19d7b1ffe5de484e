"""What lay in the folders of a workspace when a build last looked, so that the next one reads those again that changed.

One file under `.inkwright/`, disposable: one that is damaged, or that tells of another place, knows nothing.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field

from inkwright.model.seen import GONE, UNTOLD, Seen, number, seen
from inkwright.workspace.atomic import replace_file
from inkwright.workspace.listing import Inside, Listing


class Lain(Struct, frozen=True):
    """What lay below `root`; `left_out` names what was not looked at, `names` is a digest of the files that were seen
    ("" for nothing that is known). `seen` are the folders with the number of the stamp of each, `insides` what lay in
    them, in the same order, each encoded."""

    root: str = ""
    left_out: tuple[str, ...] = ()
    names: str = ""
    seen: Seen = field(default_factory=lambda: Seen([], b""))
    insides: list[bytes] = field(default_factory=list)

    @property
    def folders(self) -> Mapping[str, Inside]:
        """What lay in each folder; decoded one by one, as few are asked for."""
        return _Folders(dict(zip(self.seen.names, self.insides, strict=True)))

    def other(self) -> list[str]:
        """The folders that something came to or went from since, and those of which nothing tells."""
        ask, now = os.stat, []
        for place in self.seen.names:
            try:
                state = ask(place)
            except (OSError, ValueError):
                now.append(GONE)
            else:
                now.append(hash((state.st_mtime_ns, state.st_ctime_ns, state.st_ino)))
        return self.seen.other(now)


class _Folders(Mapping[str, Inside]):
    """What lay in folders, by their place."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept

    def __getitem__(self, place: str) -> Inside:
        return msgspec.msgpack.decode(self._kept[place], type=Inside)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def read_lain(place: Path, root: Path) -> Lain:
    """What was kept in a file of what lies below a folder; nothing where there is none of that folder."""
    try:
        found = msgspec.msgpack.decode(place.read_bytes(), type=Lain)
        if not len(found.seen.numbers) == 8 * len(found.seen.names) == 8 * len(found.insides):
            return Lain(str(root))
    except (OSError, msgspec.DecodeError, ValueError):
        return Lain(str(root))
    return found if found.root == str(root) else Lain(str(root))


def keep_lain(place: Path, before: Lain, listing: Listing, left_out: tuple[str, ...], names: str) -> None:
    """Keep what a listing saw, where that is not known already; what cannot be written is not kept."""
    numbers = {folder: number(inside[0]) if inside[0] else UNTOLD for folder, inside in listing.seen.items()}
    try:
        insides = [msgspec.msgpack.encode(inside) for inside in listing.seen.values()]
    except UnicodeError:
        return
    now = Lain(before.root, left_out, names, seen(numbers), insides)
    if now != before:
        with contextlib.suppress(OSError, UnicodeError):
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(place, msgspec.msgpack.encode(now), durable=False)
