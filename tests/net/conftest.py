"""An internet of our own: hosts with public addresses that lead to servers on this machine, and a count of who came."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from inkwright.net import dial

CERTIFICATES = Path(__file__).parent / "tls"
Answer = Callable[[socket.socket, bytes], None]


def http(status: str, body: bytes = b"", **headers: str) -> bytes:
    """A whole HTTP answer."""
    named = {"content-length": str(len(body)), "connection": "close"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def request_of(connection: socket.socket) -> bytes:
    """The head of a request and its body, as they were sent."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return data
        data += more
        if data.startswith(b"\x16"):  # the hello of TLS at a port that speaks none
            return data
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    wanted = int(lengths[0].split(b":")[1]) if lengths else 0
    while len(body) < wanted:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


class Server:
    """A real listening socket that counts connections and keeps what it was asked. `answers` are sent in turn, the
    last one again and again; one that is callable does as it likes with the connection."""

    def __init__(self, *answers: bytes | Answer, certificate: str = "") -> None:
        self.answers = list(answers) or [http("200 OK", b"hello")]
        self.requests: list[bytes] = []
        self.connections = 0
        self._tls = None
        if certificate:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        try:
            connection.settimeout(20)
            with self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as open_:
                asked = request_of(open_)
                answer = self.answers[min(len(self.requests), len(self.answers) - 1)]
                self.requests.append(asked)
                answer(open_, asked) if callable(answer) else open_.sendall(answer)
        except OSError:
            return

    def close(self) -> None:
        self._socket.close()


class Internet:
    """Names, the public addresses that they have, and the servers that stand there."""

    def __init__(self) -> None:
        self.names: dict[str, Sequence[str]] = {}
        self.places: dict[tuple[str, int], int] = {}
        self.servers: list[Server] = []
        self.dialled: list[tuple[str, int]] = []
        self.looked_up: list[str] = []

    def host(self, name: str, *answers: bytes | Answer, port: int = 80, certificate: str = "") -> Server:
        """A new host with a public address of its own, and its server."""
        server = self.server(*answers, certificate=certificate)
        address = f"93.184.216.{len(self.names) + 1}"
        self.names.setdefault(name, [address])
        self.places[self.names[name][0], port] = server.port
        return server

    def server(self, *answers: bytes | Answer, certificate: str = "") -> Server:
        """A server of this machine that no public name leads to."""
        self.servers.append(Server(*answers, certificate=certificate))
        return self.servers[-1]

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return self.names[host]


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Internet]:
    """Only the last step is ours: where a checked address is connected to. An address that has no server is refused."""
    found = Internet()
    connect = dial._connect

    def to_our_servers(address: str, port: int, seconds: float) -> socket.socket:
        found.dialled.append((address, port))
        here = {server.port for server in found.servers}
        if (address, port) in found.places:
            return connect("127.0.0.1", found.places[address, port], seconds)
        if address == "127.0.0.1" and port in here:
            return connect(address, port, seconds)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(dial, "_connect", to_our_servers)
    yield found
    for server in found.servers:
        server.close()
