"""What lay in the folders of a workspace when a build last looked, so that the next one reads those again that changed.

One file under `.inkwright/`, disposable: one that is damaged, or that tells of another place, knows nothing.
"""

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field

from inkwright.workspace.atomic import replace_file
from inkwright.workspace.listing import Inside, Listing


class Lain(Struct, frozen=True):
    """What lay below `root`; `left_out` names what was not looked at, `names` is a digest of the files that were seen
    ("" for nothing that is known)."""

    root: str = ""
    left_out: tuple[str, ...] = ()
    names: str = ""
    folders: Mapping[str, Inside] = field(default_factory=dict)


def read_lain(place: Path, root: Path) -> Lain:
    """What was kept in a file of what lies below a folder; nothing where there is none of that folder."""
    try:
        found = msgspec.msgpack.decode(place.read_bytes(), type=Lain)
    except (OSError, msgspec.DecodeError, ValueError):
        return Lain(str(root))
    return found if found.root == str(root) else Lain(str(root))


def keep_lain(place: Path, before: Lain, listing: Listing, left_out: tuple[str, ...], names: str) -> None:
    """Keep what a listing saw, where that is not known already; what cannot be written is not kept."""
    now = Lain(before.root, left_out, names, listing.seen)
    if now != before:
        with contextlib.suppress(OSError, UnicodeError):
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(place, msgspec.msgpack.encode(now), durable=False)
