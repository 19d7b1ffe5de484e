"""Opens files in folders that snippets can write to, where any name may have become a link: none is ever followed.

The runner itself is kept from nothing. A link that a snippet laid would lead what the runner writes out of the folder.
"""

import contextlib
import os
from pathlib import Path

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | _NO_LINK | getattr(os, "O_DIRECTORY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK


def place(folder: Path, name: str, data: bytes) -> None:
    """Give a file below a folder these bytes; what has its name is replaced, be it a link, and folders are made.
    `name` is relative, without `..`. Raises OSError where a part of the way is no folder of its own."""
    *parts, last = Path(name).parts
    if os.open not in os.supports_dir_fd:
        return _place_by_name(folder, parts, last, data)
    here = os.open(folder, _FOLDER)
    try:
        for part in parts:
            with contextlib.suppress(FileExistsError):
                os.mkdir(part, dir_fd=here)
            below = os.open(part, _FOLDER, dir_fd=here)
            os.close(here)
            here = below
        with contextlib.suppress(FileNotFoundError):
            os.unlink(last, dir_fd=here)
        _write(os.open(last, _NEW, 0o600, dir_fd=here), data)
    finally:
        os.close(here)


def _place_by_name(folder: Path, parts: list[str], last: str, data: bytes) -> None:
    """The same on systems that open no file relative to a folder: looked at, then written."""
    above = folder.joinpath(*parts)
    above.mkdir(parents=True, exist_ok=True)
    if above.resolve() != folder.resolve().joinpath(*parts):
        raise NotADirectoryError(20, "a part of its way is a link", last)
    (above / last).unlink(missing_ok=True)
    _write(os.open(above / last, _NEW, 0o600), data)


def _write(number: int, data: bytes) -> None:
    with os.fdopen(number, "wb") as file:
        file.write(data)


def appended(path: Path) -> int:
    """A file, made when missing, open to be written at its end. Raises OSError for a link."""
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o600)


def read_from(path: Path, start: int, most: int) -> bytes:
    """At most so many bytes of a file from an offset on; b"" where there is none, or a link. A pipe is not waited
    for."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK), "rb") as file:
            file.seek(start)
            return file.read(most)
    except OSError:
        return b""


def size_of(path: Path) -> int:
    """The bytes of a file, 0 where there is none."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - asked twenty times a second
    except OSError:
        return 0
