"""A mailbox on this machine (maildir): what is new in it, and marks that it was read. Nothing is deleted.

**Source:** D. J. Bernstein, "Using maildir format" (`new`, `cur`, and the flags after `:2,`).
"""

from collections.abc import Iterator
from pathlib import Path

from inkwright.model.errors import UnreadableError, UnwritableError, UsageError

LARGEST = 2_000_000
"""Bytes of one mail that are read."""


class MaildirMailbox:
    """A maildir, open for one visit."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder).expanduser()

    def __enter__(self) -> "MaildirMailbox":
        """Raises UsageError for a folder that is no maildir."""
        if not ((self._folder / "new").is_dir() and (self._folder / "cur").is_dir()):
            raise UsageError("this is no maildir: it has no folders `new` and `cur`", path=str(self._folder))
        return self

    def __exit__(self, *exception: object) -> None:
        """Nothing is kept open."""

    def new(self) -> Iterator[tuple[str, bytes]]:
        """Each mail in `new`, by its name, which begins with when it came: the name for `mark`, and its first two
        megabytes. Raises UnreadableError."""
        try:
            names = sorted(entry.name for entry in (self._folder / "new").iterdir() if not entry.name.startswith("."))
        except OSError as error:
            raise UnreadableError(f"it cannot be read ({error.strerror})", path=str(self._folder)) from error
        for name in names:
            raw = self._read(self._folder / "new" / name)
            if raw is not None:
                yield name, raw

    def mark(self, name: str, *, flagged: bool = False) -> None:
        """Move a mail to `cur` as read, with a flag where a person should look at it. Raises UnwritableError."""
        base = name.partition(":")[0]
        try:
            (self._folder / "new" / name).rename(self._folder / "cur" / f"{base}:2,{'FS' if flagged else 'S'}")
        except FileNotFoundError:
            return  # another program has marked it
        except OSError as error:
            raise UnwritableError(f"it cannot be marked ({error.strerror})", path=name) from error

    def _read(self, file: Path) -> bytes | None:
        """The start of a mail, None for one that is gone meanwhile or is none."""
        try:
            with file.open("rb") as opened:
                return opened.read(LARGEST)
        except (FileNotFoundError, IsADirectoryError):
            return None
        except OSError as error:
            raise UnreadableError(f"it cannot be read ({error.strerror})", path=str(file)) from error
