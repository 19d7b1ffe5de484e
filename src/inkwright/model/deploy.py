"""What a deployment is told: the files of a site, where they go, what changes there."""

from collections.abc import Mapping

from msgspec import Struct


class Changes(Struct, frozen=True):
    """What makes a place hold a site: files to send (new or changed), files to remove, and how many stay. Paths are
    relative to the site's root, POSIX, sorted."""

    send: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    same: int = 0


class Deployed(Struct, frozen=True):
    """What a deployment did, or would do when `dry`: the target's name and kind, the place in words, the changes.
    `note` is what the writer should know besides."""

    name: str
    kind: str
    place: str
    changes: Changes
    dry: bool = False
    note: str = ""


Digests = Mapping[str, str]
"""SHA-256 of each file of a site by its path."""
