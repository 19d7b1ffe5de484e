"""Bytes onto the disk, whole or not at all: temporary file, fsync, rename; appends; the lock; what is left is swept.

Nothing here knows a workspace. A *staging folder* holds one small note per write that is under way, naming its
temporary file, so that the next start can remove what a killed process left.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from inkwright.model.errors import UnwritableError

MARK = ".inkwright-"
"""Part of every temporary file's name, between the hidden target name and a random tail."""

_ADVICE = {
    errno.ENOSPC: ("the disk is full; nothing was changed", "Free some space and run it again"),
    errno.EDQUOT: ("your disk quota is used up; nothing was changed", "Free some space and run it again"),
    errno.EACCES: ("no permission to write here; nothing was changed", "Change the permissions of the file or folder"),
    errno.EPERM: ("no permission to write here; nothing was changed", "Change the permissions of the file or folder"),
    errno.EROFS: ("the disk is read-only; nothing was changed", "Mount it writable or use another folder"),
    errno.EIO: ("the disk reported an error; nothing was changed", "Check the disk, then run it again"),
    errno.EISDIR: ("this is a folder, not a file", "Name a file inside it"),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "Rename one of the two"),
    errno.EEXIST: ("a file stands where a folder is needed", "Rename one of the two"),
    errno.ENAMETOOLONG: ("the file name is too long", "Choose a shorter name"),
    errno.ELOOP: ("the symbolic links go in a circle", "Mend the link"),
}


class Unconfirmed(OSError):
    """The new bytes are in place, but the disk did not confirm that their name will last."""


def unwritable(error: OSError, path: str) -> UnwritableError:
    """The sentence for a failed write of `path`."""
    if isinstance(error, Unconfirmed):
        said = f"it was written, but the disk did not confirm it ({error.strerror})"
        return UnwritableError(said, path=path, hint="Check the disk, then look at the file.")
    said, hint = _ADVICE.get(
        error.errno or 0, (f"cannot be written ({error.strerror}); nothing was changed", "Mend that and run it again")
    )
    return UnwritableError(said, path=path, hint=hint + ".")


def replace_file(path: Path, data: bytes, *, durable: bool = True, staging: Path | None = None) -> None:
    """Give the file at `path` new bytes: afterwards it holds the old ones or the new ones, never a mixture.

    Symbolic links are followed, permissions of an existing file are kept, missing folders are made. `durable`
    waits until the bytes are on the disk. Raises OSError; the old file is then untouched and nothing is left behind,
    unless it is Unconfirmed: then the new bytes are there.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    temporary = target.parent / f".{target.name[:100]}{MARK}{os.urandom(6).hex()}"
    with _announced(temporary, staging):
        try:
            _write_new(temporary, data, _mode_of(target), durable)
            os.replace(temporary, target)  # noqa: PTH105  (the seam where tests inject faults)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    if durable:
        sync_folder(target.parent)


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _write_new(temporary: Path, data: bytes, mode: int | None, durable: bool) -> None:
    """Write a file that must not exist yet, all of it, with the given permissions (None: the system's default)."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _announced(temporary: Path, staging: Path | None) -> Iterator[None]:
    """Leave a note naming the temporary file while it exists; without a staging folder do nothing."""
    if staging is None:
        yield
        return
    staging.mkdir(parents=True, exist_ok=True)
    note = staging / os.urandom(8).hex()
    note.write_bytes(os.fsencode(temporary))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink()


def probe(folder: Path) -> None:
    """Make and remove a file in a folder to see whether that works. Raises OSError."""
    path = folder / f"{MARK}{os.urandom(6).hex()}"
    try:
        _write_new(path, b"", None, durable=False)
    finally:
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename or a new name in `folder` last; nothing where they cannot be synced (Windows). Raises OSError."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unconfirmed(error.errno, error.strerror) from error


def sweep(staging: Path) -> int:
    """Remove temporary files that killed processes left, and their notes; how many files were removed.

    The caller holds the lock, so no write is under way. Whatever cannot be removed stays for the next time.
    """
    removed = 0
    try:
        notes = list(staging.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return 0
    for note in notes:
        with contextlib.suppress(OSError):
            left = Path(os.fsdecode(note.read_bytes()))
            if MARK in left.name and left.is_absolute() and left.is_file():
                left.unlink()
                removed += 1
            note.unlink()
    return removed


def append_bytes(path: Path, data: bytes) -> None:
    """Put `data` at the end of a file in one piece and wait until it is on the disk; the file is made when missing.

    The caller holds the lock. When only a part fits on the disk the file is cut back to what it was. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        before = os.fstat(descriptor).st_size
        try:
            written = os.write(descriptor, data)
            if written != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, before)
            raise
    finally:
        os.close(descriptor)
    if is_new:
        sync_folder(path.parent)


@contextlib.contextmanager
def locked(lock: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold an exclusive lock on the file `lock` between processes and threads; made when missing.

    Gives True when held; with `wait=False` False at once when another holds it. Raises OSError.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        yield _take(descriptor, wait)
    finally:
        os.close(descriptor)


def _take(descriptor: int, wait: bool) -> bool:
    """The one place where systems differ: flock where it exists, a locked byte on Windows."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if wait:
            raise
        return False
    return True
