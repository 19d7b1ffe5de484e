"""A relay on loopback that misbehaves as told: lost acknowledgements, 421, 451, 550, drops, hangs, delays.

It counts what it took, reader by reader, so that a test can hold a sender's accounting against it.
"""

import asyncio
import base64
import contextlib
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

FAULTS = (
    "421", "451", "550", "data-451", "drop-rcpt", "drop-body", "hang-rcpt", "after-451",
    "after-550", "after-421", "lost-ack", "hang-ack",
)  # fmt: skip
"""What it can do to one try: answer RCPT with 421/451/550, DATA with 451; drop or hang at RCPT; drop
inside the body; answer the whole message with 451/550/421; take the message and drop or hang without a word."""

Fault = Callable[[str, int], str]
"""From a reader's address and the number of the try (from 1) to one of FAULTS, or "" for none."""


@dataclass(frozen=True, slots=True)
class Received:
    """A message that was taken; `began` is when DATA was answered, `told` whether the sender was told."""

    sender: str
    recipient: str
    data: bytes
    began: float
    told: bool


class SmtpServer:
    """`unwelcome` is the code that every MAIL gets; `login` the only user and password that may send; `delay` are
    seconds before a message is acknowledged; without `keep` the texts of messages are thrown away. `port` is known
    inside the `with` block."""

    def __init__(
        self,
        fault: Fault = lambda recipient, number: "",
        *,
        unwelcome: str = "",
        login: tuple[str, str] | None = None,
        delay: float = 0.0,
        keep: bool = True,
        tls: ssl.SSLContext | None = None,
        starttls: ssl.SSLContext | None = None,
        greeting: bytes = b"220 relay.test ESMTP",
        features: tuple[bytes, ...] = (b"8BITMIME", b"SMTPUTF8", b"PIPELINING"),
    ) -> None:
        self.fault, self.unwelcome = fault, unwelcome
        self.login, self.delay, self.keep = login, delay, keep
        self.tls, self.starttls, self.greeting, self.features = tls, starttls, greeting, features
        self.messages: list[Received] = []
        self.tries: Counter[str] = Counter()
        self.copies: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.connections = 0
        self.transports: set[Any] = set()
        self.open = 0
        self.most_open = 0
        self.port = 0

    def __enter__(self) -> "SmtpServer":
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(self.port), self._loop).result(10)
        return self

    async def _listen(self, port: int) -> None:
        self._server = await self._loop.create_server(lambda: _Session(self), "127.0.0.1", port, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]

    def __exit__(self, *exception: object) -> None:
        async def end() -> None:
            self._server.close()
            for task in asyncio.all_tasks():
                if task is not asyncio.current_task():
                    task.cancel()

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def taken(self, recipient: str) -> int:
        """How many copies a reader has."""
        return self.copies[recipient]


@contextlib.contextmanager
def relay_down(server: SmtpServer) -> Iterator[None]:
    """Nobody listens on the server's port inside the block."""

    async def shut() -> None:
        server._server.close()

    asyncio.run_coroutine_threadsafe(shut(), server._loop).result(10)
    try:
        yield
    finally:
        asyncio.run_coroutine_threadsafe(server._listen(server.port), server._loop).result(10)


class _Session(asyncio.Protocol):
    """One connection, read as it comes in."""

    def __init__(self, server: SmtpServer) -> None:
        self.server = server
        self.buffer = bytearray()
        self.sender = self.recipient = self.fault = ""
        self.in_data = False
        self.began = 0.0
        self.known = server.login is None
        self.silent = False

    def connection_made(self, transport: Any) -> None:
        first = not hasattr(self, "transport")
        self.transport = transport
        self.server.transports.add(transport)
        if first:
            self.server.connections += 1
            self.server.open += 1
            self.server.most_open = max(self.server.most_open, self.server.open)
            self.say(self.server.greeting)

    def connection_lost(self, error: Exception | None) -> None:
        self.server.open -= 1
        self.server.transports.discard(self.transport)

    def say(self, line: bytes) -> None:
        self.transport.write(line + b"\r\n")

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while self.buffer and not self.silent and not self.transport.is_closing():
            if self.in_data:
                if self.fault == "drop-body":
                    self.transport.abort()
                    return
                end = 0 if self.buffer.startswith(b".\r\n") else self.buffer.find(b"\r\n.\r\n") + 2
                if end == 1:
                    return
                body = bytes(self.buffer[:end]).replace(b"\r\n..", b"\r\n.")
                del self.buffer[: end + 3]
                self.in_data = False
                self.end_of_data(body[1:] if body.startswith(b"..") else body)
            else:
                line, found, _ = self.buffer.partition(b"\r\n")
                if not found:
                    return
                del self.buffer[: len(line) + 2]
                self.command(bytes(line))

    def command(self, line: bytes) -> None:
        verb = line[:4].upper()
        if verb in (b"EHLO", b"HELO"):
            more = [*self.server.features, *([b"STARTTLS"] if self.server.starttls else [])]
            more += [b"AUTH PLAIN LOGIN"] if self.server.login else []
            lines = [b"relay.test", *more] if verb == b"EHLO" else [b"relay.test"]
            for index, each in enumerate(lines):
                self.say(b"250" + (b" " if index == len(lines) - 1 else b"-") + each)
        elif verb == b"STAR":
            self.transport.pause_reading()  # until the encryption listens, which its first bytes must not miss
            self.say(b"220 go on")
            self.silent = True  # nothing is answered before the answer goes the same way
            asyncio.get_running_loop().create_task(self.encrypt())
        elif verb == b"AUTH":
            self.authenticate(line)
        elif not self.known and verb in (b"MAIL", b"RCPT", b"DATA"):
            self.say(b"530 5.7.0 authentication required")
        elif verb == b"MAIL":
            self.mail(_address(line))
        elif verb == b"RCPT":
            self.rcpt(_address(line))
        elif verb == b"DATA":
            self.data()
        elif verb == b"QUIT":
            self.say(b"221 bye")
            self.transport.close()
        else:
            self.sender = self.recipient = ""
            self.say(b"250 ok" if verb in (b"RSET", b"NOOP") else b"500 what?")

    async def encrypt(self) -> None:
        loop = asyncio.get_running_loop()
        self.transport = await loop.start_tls(self.transport, self, self.server.starttls, server_side=True)  # type: ignore[arg-type]
        self.silent = False
        self.data_received(b"")

    def authenticate(self, line: bytes) -> None:
        given = base64.b64decode(line.split()[-1]).decode().split("\0")
        self.known = tuple(given[1:]) == self.server.login
        self.say(b"235 welcome" if self.known else b"535 5.7.8 authentication credentials invalid")

    def mail(self, sender: str) -> None:
        if self.sender:
            self.say(b"503 nested MAIL")
            return
        if self.server.unwelcome:
            self.say(self.server.unwelcome.encode() + b" this sender is not welcome")
            return
        self.sender = sender
        self.say(b"250 ok")

    def rcpt(self, recipient: str) -> None:
        server = self.server
        server.tries[recipient] += 1
        self.fault = server.fault(recipient, server.tries[recipient])
        server.faults[self.fault] += 1
        if self.fault == "421":
            self.say(b"421 4.3.2 too many messages on this connection")
            self.transport.close()
        elif self.fault in ("451", "550"):
            self.say(self.fault.encode() + (b" 4.2.1 try later" if self.fault == "451" else b" 5.1.1 no such mailbox"))
        elif self.fault == "drop-rcpt":
            self.transport.abort()
        elif self.fault == "hang-rcpt":
            self.silent = True
        else:
            self.recipient = recipient
            self.say(b"250 ok")

    def data(self) -> None:
        if not self.recipient:
            self.say(b"503 RCPT first")
        elif self.fault == "data-451":
            self.say(b"451 4.3.0 not now")
        else:
            self.in_data, self.began = True, time.time()
            self.say(b"354 go on")

    def end_of_data(self, body: bytes) -> None:
        server, fault = self.server, self.fault
        sender, recipient, self.sender, self.recipient = self.sender, self.recipient, "", ""
        if fault.startswith("after-"):
            self.say(fault.removeprefix("after-").encode() + b" not after all")
            if fault == "after-421":
                self.transport.close()
            return
        told = fault not in ("lost-ack", "hang-ack")
        server.copies[recipient] += 1
        server.messages.append(Received(sender, recipient, body if server.keep else b"", self.began, told))
        if fault == "lost-ack":
            self.transport.abort()
        elif fault == "hang-ack":
            self.silent = True
        elif server.delay:
            asyncio.get_running_loop().call_later(server.delay, self.say, b"250 2.0.0 taken")
        else:
            self.say(b"250 2.0.0 taken")


def _address(line: bytes) -> str:
    return line[line.index(b"<") + 1 : line.index(b">")].decode()
