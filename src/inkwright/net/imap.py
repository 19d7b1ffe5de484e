"""A mailbox on a server (IMAP over TLS): what is new in it, and marks that it was read. Nothing is deleted."""

import ssl
from collections.abc import Iterator
from typing import Any

from inkwright.model.errors import NetError
from inkwright.model.regex import regex
from inkwright.net.offline import refuse_when_offline

TIMEOUT = 30.0
"""Seconds to wait for each answer."""
LARGEST = 2_000_000
"""Bytes of one mail that are read; a report says what it has to say long before."""
MOST = 5000
"""Mails of one visit; the next one goes on."""
_BYTES = regex(r"^\[?b['\"]|['\"]\]?$")
"""How bytes look when the library puts them into a sentence."""
_PLAIN = regex(r"[ -~]+")


class ImapMailbox:
    """A folder of a mailbox, open for one visit. `tls` is an SSL context other than the usual one."""

    def __init__(
        self, host: str, port: int, user: str, password: str, folder: str, tls: ssl.SSLContext | None = None
    ) -> None:
        self._where = f"imaps://{host}:{port}"
        self._host, self._port = host, port
        self._user, self._password, self._folder = user, password, folder
        self._tls = tls
        self._server: Any = None

    def __enter__(self) -> "ImapMailbox":
        """Connect and open the folder. Raises NetError."""
        import imaplib

        refuse_when_offline(self._where)
        try:
            self._server = imaplib.IMAP4_SSL(self._host, self._port, ssl_context=self._context(), timeout=TIMEOUT)
        except ssl.SSLCertVerificationError as error:
            said = f"the certificate of the mailbox's server is not trusted ({error.verify_message})"
            raise NetError("issuer", said, url=self._where) from error
        except (imaplib.IMAP4.error, OSError) as error:
            raise self._failed("connect", f"the mailbox's server cannot be reached ({error})") from error
        try:
            self._ask("LOGIN", "login", _quoted(self._user), self._password)
            self._ask("SELECT", "select", _quoted(self._folder))
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        """Take leave."""
        self._leave()

    def new(self) -> Iterator[tuple[str, bytes]]:
        """Each mail that was not marked yet, oldest first: its name for `mark`, and its first two megabytes.

        Raises NetError.
        """
        found = self._ask("SEARCH", "uid", "SEARCH", "UNSEEN")
        names = found[0].split() if found and found[0] else []
        for name in names[:MOST]:
            parts = self._ask("FETCH", "uid", "FETCH", name.decode("ascii"), f"(BODY.PEEK[]<0.{LARGEST}>)")
            raw = next((part[1] for part in parts if isinstance(part, tuple)), None)
            if raw is not None:  # somebody may have deleted it meanwhile
                yield name.decode("ascii"), raw

    def mark(self, name: str, *, flagged: bool = False) -> None:
        """Mark a mail as read, with a flag where a person should look at it. Raises NetError."""
        self._ask("STORE", "uid", "STORE", name, "+FLAGS.SILENT", r"(\Seen \Flagged)" if flagged else r"(\Seen)")

    def _ask(self, what: str, method: str, *given: str) -> Any:
        """The data of an answer. Raises NetError for one that is not OK, and for a connection that broke."""
        import imaplib

        try:
            said, data = getattr(self._server, method)(*given)
        except imaplib.IMAP4.abort as error:
            raise self._failed("connect", f"the mailbox's server ended the connection ({error})") from error
        except (imaplib.IMAP4.error, UnicodeError) as error:
            raise self._refused(what, str(error)) from error
        except OSError as error:
            raise self._failed("timeout", f"the mailbox's server does not answer ({error})") from error
        if said != "OK":
            raise self._refused(what, repr(data))
        return data

    def _refused(self, what: str, said: str) -> NetError:
        said = " ".join(_BYTES.sub("", said).split())[:150]
        if what == "LOGIN":
            hint = "Look at `imap_user` and at INKWRIGHT_IMAP_PASSWORD."
            return NetError("login", f"the mailbox refused the login ({said})", url=self._where, hint=hint)
        hint = "Look at `imap_folder`." if what == "SELECT" else ""
        return NetError("protocol", f"the mailbox refused {what} ({said})", url=self._where, hint=hint)

    def _failed(self, kind: Any, said: str) -> NetError:
        return NetError(kind, said, url=self._where, passing=True)

    def _leave(self) -> None:
        import imaplib

        server, self._server = self._server, None
        try:
            if server is not None:
                server.logout()
        except (imaplib.IMAP4.error, OSError):
            return

    def _context(self) -> ssl.SSLContext:
        import certifi

        if self._tls is None:
            self._tls = ssl.create_default_context()
            self._tls.load_verify_locations(certifi.where())
        return self._tls


def _quoted(text: str) -> str:
    """A string as IMAP writes it. Raises NetError for one that it cannot. **Source:** RFC 9051, section 4.3."""
    if not _PLAIN.fullmatch(text):
        raise NetError("protocol", "only plain letters can name a mailbox and its folder")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
