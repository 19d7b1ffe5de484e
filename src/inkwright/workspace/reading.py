"""Bytes and text from the disk: what can be read, and the sentence for what cannot.

Only files are read: a pipe, a socket or a device would keep us waiting or never end. What the shell itself hands over
(`/dev/stdin`, `<(...)`) is read as a stream.
"""

import errno
import os
import stat
from pathlib import Path

from inkwright.model.errors import UnreadableError

MAX_BYTES = 32 * 1024 * 1024
"""A text file larger than this is not a post or a note, and is not read."""
_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_PDF_HINT = "Save its words as Markdown, or keep it as a paper: `inkwright paper add DOI`."
_KINDS = (
    (b"PK\x03\x04", "a zip or an office document"), (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a packed file"),
    (b"SQLite format 3", "a database"),
)  # fmt: skip
"""First bytes of what is often taken for a text. **Source:** the formats' own definitions."""
_NO_WAITING: int = getattr(os, "O_NONBLOCK", 0)


def read_whole(place: Path, name: str) -> bytes:
    """The bytes of a file; `name` is what it is called in the sentence. Raises UnreadableError."""
    stream = str(place).startswith(_STREAMS)
    try:
        descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0) | (0 if stream else _NO_WAITING))
        with open(descriptor, "rb") as file:  # noqa: PTH123  (opened above without waiting for the other end of a pipe)
            seen = os.fstat(descriptor)
            if stat.S_ISDIR(seen.st_mode):
                raise IsADirectoryError
            if not stream and not stat.S_ISREG(seen.st_mode):
                raise _no_file(name)
            # Room for as much as is asked for is made before a byte is read.
            data = file.read(MAX_BYTES + 1 if stream or seen.st_size > MAX_BYTES else -1)
    except OSError as error:
        raise unreadable(error, name) from error
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"this file is larger than {MAX_BYTES >> 20} MB", path=name, hint="Is it really a text?")
    return data


def decode(data: bytes, name: str) -> str:
    """Bytes as UTF-8 text, a BOM kept. Raises UnreadableError that says what it is instead, or where the first wrong
    byte is. A PDF is none even when all of its bytes are letters."""
    if data[:5] == b"%PDF-":
        raise UnreadableError("this is a PDF, not a text", path=name, hint=_PDF_HINT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        other = next((what for first, what in _KINDS if data.startswith(first)), "")
        if other:
            hint = "Save its words as Markdown or plain text."
            raise UnreadableError(f"this is {other}, not a text", path=name, hint=hint) from error
        line = data.count(b"\n", 0, error.start) + 1
        kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "some other encoding"
        raise UnreadableError(
            f"not UTF-8: byte {data[error.start]:#04x} at offset {error.start}",
            path=name, line=line, hint=f"The file seems to be {kind}; save it as UTF-8.",
        ) from error  # fmt: skip


def unreadable(error: OSError, name: str) -> UnreadableError:
    """The sentence for a failed read of `name`."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UnreadableError("there is no such file", path=name, hint="Check the name.")
    if isinstance(error, IsADirectoryError):
        return UnreadableError("this is a folder, not a file", path=name, hint="Name a file inside it.")
    if isinstance(error, PermissionError):
        return UnreadableError("no permission to read this", path=name, hint="Change its permissions.")
    if error.errno == errno.ENXIO:
        return _no_file(name)
    return UnreadableError(f"cannot be read ({error.strerror})", path=name, hint="Mend that and run it again.")


def _no_file(name: str) -> UnreadableError:
    return UnreadableError(
        "this is a pipe, a socket or a device, not a file", path=name, hint="Save what it gives as a file."
    )
