"""Ids of posts and notes: the path below their root, POSIX, without extension, Unicode composed (NFC)."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath


def id_of(path: str, root: str = "") -> str:
    """The id of a file: `posts/x.md` and `posts/x/index.md` below `posts` are both `x`."""
    inside = PurePosixPath(path).relative_to(root) if root else PurePosixPath(path)
    bare = inside.with_suffix("")
    if bare.name.lower() in ("index", "_index") and bare.parent.name:
        bare = bare.parent
    return unicodedata.normalize("NFC", bare.as_posix())


def case_collisions(ids: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of ids that differ only in case or in how an accent is encoded: one disk would take them for the same.

    Each group is sorted, the groups too; no collisions give an empty list.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name in ids:
        groups[unicodedata.normalize("NFC", name).casefold()].add(name)
    return sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)
