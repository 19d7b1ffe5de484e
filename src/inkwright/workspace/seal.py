"""What the database of the index looked like when we closed it, kept in `index.sum` beside it.

Whatever else it looks like when it is opened (cut short, a bit flipped, a process killed in the middle) is damage.
"""

import contextlib
import os
import zlib
from pathlib import Path

VERSION = 4
"""Raised whenever the tables change; an index of another version is made anew."""
ALWAYS_SUMMED = 4 * 1024 * 1024
"""Up to this size in bytes the whole database is summed (4 ms); a larger one is trusted while its file is untouched."""


def damage(database: Path) -> str:
    """Why a database cannot be trusted; "" when it can, "missing" when there is none."""
    if not database.exists():
        return "missing"
    if any(database.with_name(f"index.db-{tail}").exists() for tail in ("journal", "wal")):
        return "damaged: a write was interrupted"
    try:
        *looked, version, total = (int(part) for part in database.with_name("index.sum").read_text().split())
    except (OSError, ValueError):
        return "damaged: it was not closed properly"
    now = _looks(database)
    if version != VERSION:
        return "made by another version"
    same = total == _sum(database) if total >= 0 else tuple(looked) == now
    return "" if same else "damaged: its content changed"


def seal(database: Path) -> None:
    """Note down what a closed database looks like. Raises OSError."""
    looks = _looks(database)
    total = _sum(database) if looks[0] <= ALWAYS_SUMMED else -1
    database.with_name("index.sum").write_text(" ".join(map(str, (*looks, VERSION, total))))


def discard(state: Path) -> None:
    """Throw the index away."""
    for name in ("index.sum", "index.db", "index.db-journal", "index.db-wal", "index.db-shm"):
        with contextlib.suppress(FileNotFoundError):
            (state / name).unlink()


def touch(path: Path) -> int:
    """The time by the disk's own clock, in nanoseconds."""
    path.write_bytes(b"")
    os.utime(path)
    return path.stat().st_mtime_ns


def _looks(database: Path) -> tuple[int, int, int, int]:
    seen = database.stat()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


def _sum(database: Path) -> int:
    return zlib.crc32(database.read_bytes())
