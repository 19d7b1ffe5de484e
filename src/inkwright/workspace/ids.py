"""Ids of posts and notes: the path below their root, POSIX, without extension, Unicode composed (NFC)."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable


def id_of(path: str, root: str = "") -> str:
    """The id of a file: `posts/x.md` and `posts/x/index.md` below `posts` are both `x`."""
    inside = path.removeprefix(f"{root}/") if root else path
    folder, _, name = inside.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    bare = stem if dot and stem else name
    if folder and bare.lower() in ("index", "_index"):
        found = folder
    else:
        found = f"{folder}/{bare}" if folder else bare
    return found if found.isascii() else unicodedata.normalize("NFC", found)


def case_collisions(ids: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of ids that differ only in case or in how an accent is encoded: one disk would take them for the same.

    Each group is sorted, the groups too; no collisions give an empty list.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name in ids:
        groups[unicodedata.normalize("NFC", name).casefold()].add(name)
    return sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)
