"""Hands mail to a relay over connections that stay open; tells what can be tried again from what nobody knows.

aiosmtplib speaks the protocol. The message itself is written here, because only that shows on which side of the final
dot a connection was lost: before it the relay has taken nothing, after it nobody knows.
"""

import asyncio
import contextlib
import os
import ssl
from typing import Any

from inkwright.model.errors import NetError
from inkwright.model.regex import regex
from inkwright.model.relay import Patience, Relay, RelayReply
from inkwright.net.offline import refuse_when_offline

_UNWRITABLE = regex(r"[\x00-\x20\x7f<>]")
_LOCAL = ("localhost", "127.0.0.1", "::1")
_MOST = 200
"""Characters of a relay's answer that are kept."""


class Line:
    """One connection to a relay, for one message after the other. `tls` is an SSL context other than the usual one."""

    def __init__(self, relay: Relay, patience: Patience | None = None, tls: ssl.SSLContext | None = None) -> None:
        self._relay = relay
        self._patience = patience or Patience()
        self._tls = tls
        self._client: Any = None
        self._writer: Any = None

    @property
    def is_open(self) -> bool:
        """Whether another message may be tried on it."""
        return self._client is not None and self._client.is_connected

    async def open(self) -> None:
        """Connect, encrypt and log in. Raises NetError; its `passing` says that a later try may go well."""
        import aiosmtplib

        relay = self._relay
        refuse_when_offline(relay.url)
        if relay.user and relay.security == "none" and relay.host not in _LOCAL:
            hint = 'Set security = "starttls" or "tls" in [relay].'
            raise NetError("tls", "the relay would get its password over an open line", url=relay.url, hint=hint)
        client = aiosmtplib.SMTP(
            hostname=relay.host, port=relay.port, username=relay.user or None, password=relay.password or None,
            local_hostname=relay.hello or None, timeout=self._patience.connect, use_tls=relay.security == "tls",
            start_tls=relay.security == "starttls", tls_context=None if relay.security == "none" else self._context(),
        )  # fmt: skip
        try:
            await client.connect()
            if client.is_ehlo_or_helo_needed:
                await client.ehlo()
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            client.close()
            raise _unopened(relay, error) from error
        transport: Any = client.transport
        transport.set_write_buffer_limits(high=0)
        self._writer = asyncio.StreamWriter(transport, client.protocol, None, asyncio.get_running_loop())  # type: ignore[arg-type]
        self._client = client

    async def send(self, sender: str, recipient: str, message: bytes) -> RelayReply:
        """Hand over one message, whose lines end in CRLF; what became of it is in the answer. Raises ValueError for
        a message with other line ends, by which a second one could be slipped in.

        **Source:** RFC 5321, sections 3.3, 4.1.1 and 4.5.2 (a dot at the start of a line is doubled).
        """
        import aiosmtplib

        if message.count(b"\n") != message.count(b"\r\n") or message.count(b"\r") != message.count(b"\r\n"):
            raise ValueError("the lines of a message end in CRLF")
        if _UNWRITABLE.search(sender + recipient):
            return RelayReply("refused", 0, "this address cannot be written in a command")
        try:
            refusal = await self._announce(sender, recipient)
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            self.drop()
            return RelayReply("lost", 0, _short(_plain(error)))
        if refusal is not None and refusal.said == "lost":
            self.drop()
        return refusal or await self._write(message)

    async def _announce(self, sender: str, recipient: str) -> RelayReply | None:
        """MAIL, RCPT and DATA; None when the relay waits for the message."""
        wide = [] if f"{sender}{recipient}".isascii() else [b"SMTPUTF8"]
        if wide and not self._client.supports_extension("smtputf8"):
            return RelayReply("refused", 0, "the relay takes no addresses with letters beyond ASCII (SMTPUTF8)")
        steps = (
            (b"MAIL", b"FROM:<" + sender.encode() + b">", *wide),
            (b"RCPT", b"TO:<" + recipient.encode() + b">"),
            (b"DATA",),
        )
        for step in steps:
            code, text = await self._client.execute_command(*step, timeout=self._patience.command)
            if code == 421:
                self.drop()
                return RelayReply("closing", code, _short(text))
            if code >= 400:
                if step[0] != b"MAIL":
                    await self._client.execute_command(b"RSET", timeout=self._patience.command)
                return RelayReply("later" if code < 500 else _whose(step[0]), code, _short(text))
        return None if code == 354 else RelayReply("lost", code, "the relay answered out of turn")

    async def _write(self, message: bytes) -> RelayReply:
        """The message and its final dot, and what the relay says to them."""
        import aiosmtplib

        client, patience = self._client, self._patience
        body = message if message.endswith(b"\r\n") else message + b"\r\n"
        body = b"." + body if body.startswith(b".") else body
        try:
            self._writer.write(body.replace(b"\r\n.", b"\r\n.."))
            if client.transport.get_write_buffer_size():
                await asyncio.wait_for(self._writer.drain(), patience.command)
            await asyncio.sleep(0)
            if client.transport is None or client.transport.is_closing():
                raise ConnectionResetError("the relay closed the connection")
        except (OSError, TimeoutError) as error:
            self.drop()
            return RelayReply("lost", 0, _short(_plain(error)))
        try:
            client.protocol.write(b".\r\n")
            code, text = await client.protocol.read_response(timeout=patience.taken)
        except (aiosmtplib.SMTPException, OSError) as error:
            self.drop()
            code = getattr(error, "code", 0)  # an answer that is no SMTP tells nothing either
            return RelayReply("uncertain", 0, _short(_plain(error) if code <= 0 else f"{code} {error}"))
        if code == 421:
            self.drop()
            return RelayReply("closing", code, _short(text))
        return RelayReply("sent" if code < 400 else "later" if code < 500 else "refused", code, _short(text))

    def drop(self) -> None:
        """Close at once, without a word."""
        client, self._client, self._writer = self._client, None, None
        if client is not None:
            client.close()

    async def close(self) -> None:
        """Take leave of the relay; nothing happens on a line that is not open."""
        import aiosmtplib

        if self.is_open:
            with contextlib.suppress(aiosmtplib.SMTPException, OSError):
                await self._client.execute_command(b"QUIT", timeout=2.0)
        self.drop()

    def _context(self) -> ssl.SSLContext:
        import certifi

        if self._tls is None:
            self._tls = ssl.create_default_context()
            self._tls.load_verify_locations(certifi.where())
        return self._tls


def send_one(relay: Relay, sender: str, recipient: str, message: bytes, patience: Patience | None = None) -> RelayReply:
    """Hand over a single message on a connection of its own. Raises NetError when the relay cannot be reached."""

    async def once() -> RelayReply:
        line = Line(relay, patience)
        await line.open()
        try:
            return await line.send(sender, recipient, message)
        finally:
            await line.close()

    return asyncio.run(once())


def _whose(step: bytes) -> Any:
    """Whether a refusal for good is about the sender or about the reader."""
    return "sender" if step == b"MAIL" else "refused"


def _unopened(relay: Relay, error: Exception) -> NetError:
    """Why a connection did not come about, in words that say what to do."""
    import aiosmtplib

    url, said = relay.url, _short(_plain(error))
    cause = error.__cause__ or error
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        passing = error.code < 500
        hint = "" if passing else "Look at the user in [relay] and at INKWRIGHT_SMTP_PASSWORD."
        return NetError("login", f"the relay refused the login ({said})", url=url, passing=passing, hint=hint)
    if isinstance(cause, ssl.SSLCertVerificationError):
        said = cause.verify_message or said
        return NetError("issuer", f"the relay's certificate is not trusted ({said})", url=url)
    if isinstance(cause, ssl.SSLError):
        hint = 'Port 465 wants security = "tls", port 587 "starttls".'
        return NetError("tls", f"the line to the relay could not be encrypted ({said})", url=url, hint=hint)
    if isinstance(error, aiosmtplib.SMTPTimeoutError):
        hint = 'Port 465 wants security = "tls", port 587 "starttls".'
        return NetError("timeout", "the relay does not answer", url=url, passing=True, hint=hint)
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return NetError("protocol", f"the relay does not let us in ({said})", url=url, passing=error.code < 500)
    if "STARTTLS" in said:
        hint = 'Set security = "tls" in [relay] if it listens on port 465.'
        return NetError("tls", "the relay offers no encryption by STARTTLS", url=url, hint=hint)
    if "Name or service" in said or "getaddrinfo" in said or "nodename" in said:
        return NetError("dns", "the relay's name is not found", url=url, passing=True, hint="Look at [relay].")
    if isinstance(cause, OSError) and cause.errno:
        said = os.strerror(cause.errno)
    hint = "Look at host and port in [relay]."
    return NetError("connect", f"the relay cannot be reached ({said})", url=url, passing=True, hint=hint)


def _plain(error: BaseException) -> str:
    """What went wrong, without the names of classes."""
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):
        return "the relay did not answer in time"
    code, text = getattr(error, "code", 0), getattr(error, "message", "") or str(error)
    return f"{code} {text}" if isinstance(code, int) and code > 0 else text or type(error).__name__


def _short(text: str) -> str:
    """An answer on one line, printable, cut at 200 characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"
