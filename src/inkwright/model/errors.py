"""Every error a user can meet.

InkwrightError                  one sentence: what is wrong, where, what to do; exit code 2
├── UsageError                  the command was called wrongly
├── UnreadableError             a file or folder cannot be read (missing, not UTF-8, no permission)
├── UnwritableError             a file cannot be written (no permission, disk full, read-only)
├── ConflictError               the file changed on disk since it was read; nothing was written
├── SettingsError               inkwright.toml is wrong
├── FrontMatterError            front matter cannot be read or patched
├── EditError                   edits overlap or lie outside the text
├── NetError                    nothing usable came over the network; `kind` says why
└── LedgerError                 the database of record cannot be opened, read or written; `kind` says why
"""

from typing import Literal


class InkwrightError(Exception):
    """Base of all errors shown to a user. `path` and `line` say where, `hint` what to do; each may be empty (or 0)."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """`path:line: message. Hint.` with the parts that are known."""
        where = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        said = self.message.rstrip(".")
        return f"{where}{said}. {self.hint}".rstrip() if self.hint else f"{where}{said}."


class UsageError(InkwrightError):
    """The command was called wrongly."""


class UnreadableError(InkwrightError):
    """A file or folder cannot be read."""


class UnwritableError(InkwrightError):
    """A file cannot be written."""


class ConflictError(InkwrightError):
    """The file changed on disk since it was read; nothing was written."""


class SettingsError(InkwrightError):
    """`inkwright.toml` is wrong."""


class FrontMatterError(InkwrightError):
    """Front matter cannot be read or patched."""


class EditError(InkwrightError):
    """Edits overlap or lie outside the text."""


NetKind = Literal[
    "offline", "refused-address", "dns", "connect", "tls", "issuer", "timeout", "too-large", "too-many-redirects",
    "protocol", "login",
]  # fmt: skip


class NetError(InkwrightError):
    """Nothing usable came over the network. `path` is the address.

    `kind`: "offline" the user forbade it; "refused-address" we do not go there; "dns" the name was not found;
    "connect" nobody listens there; "tls" the encryption failed; "issuer" the certificate is signed by someone whom
    this system does not know; "timeout", "too-large", "too-many-redirects"; "protocol" the answer was broken off or is
    no HTTP or SMTP; "login" the password was refused. `passing` says that another try may well go better.
    """

    def __init__(self, kind: NetKind, message: str, *, url: str = "", passing: bool = False, hint: str = "") -> None:
        super().__init__(message, path=url, hint=hint)
        self.kind = kind
        self.passing = passing


LedgerKind = Literal["newer", "foreign", "locked", "read-only", "full", "disk", "corrupt", "closed", "other"]


class LedgerError(InkwrightError):
    """The database of record cannot be used. `path` names it.

    `kind`: "newer" a newer program wrote it; "foreign" it is something else; "locked" another writer holds it;
    "read-only", "full" and "disk" nothing can be written; "corrupt" it is damaged; "closed" it cannot be reached.
    """

    def __init__(self, kind: LedgerKind, message: str, *, path: str = "", hint: str = "") -> None:
        super().__init__(message, path=path, hint=hint)
        self.kind = kind
