"""Words about the relay, the SMTP server that takes our mail: where it is, what it is given, what it said."""

from typing import Literal

from msgspec import Struct

Security = Literal["starttls", "tls", "none"]
"""How the line to the relay is closed to others: "starttls" (port 587), "tls" from the first byte (465), "none"."""

Said = Literal["sent", "later", "refused", "sender", "closing", "lost", "uncertain", "unopened"]
"""What became of one message.

"sent" the relay took it (250) · "later" it asks to try this reader again (4xx) · "refused" it never takes this reader
(5xx) · "sender" it takes nothing from this sender (5xx to MAIL) · "closing" it ends the connection (421) · "lost" the
connection broke or hung before the final dot, so nothing was taken · "uncertain" it broke or hung after the final dot,
so that nobody knows · "unopened" there was no connection to begin with.
"""


class Relay(Struct, frozen=True):
    """Where mail is handed in. `hello` is the name we give ourselves; "" lets the machine's name stand."""

    host: str
    port: int
    security: Security = "starttls"
    user: str = ""
    password: str = ""
    hello: str = ""

    @property
    def url(self) -> str:
        """How messages name it, without user or password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"smtp{'s' if self.security == 'tls' else ''}://{host}:{self.port}"

    def __repr__(self) -> str:
        return f"Relay({self.url})"  # a password has no place in a traceback


class RelayReply(Struct, frozen=True):
    """What became of one message; `code` is 0 where no answer came, `text` is the relay's answer or what broke."""

    said: Said
    code: int
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.text}" if self.code else self.text


class Patience(Struct, frozen=True):
    """Seconds to wait for the relay: to connect, for the answer to a command, for the answer after the final dot.

    Giving up after the dot leaves a message uncertain, which is why that wait is the longest.

    **Source:** RFC 5321, section 4.5.3.2 (5 minutes for MAIL and RCPT, 10 for the end of DATA).
    """

    connect: float = 30.0
    command: float = 300.0
    taken: float = 600.0
