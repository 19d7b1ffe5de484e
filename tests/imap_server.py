"""An IMAP server on the loopback with one folder, over TLS: as much of RFC 9051 as a reader of bounces asks for."""

import contextlib
import datetime
import ipaddress
import re
import socket
import socketserver
import ssl
import threading
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def certificate(folder: Path) -> Path:
    """A file with a key and a certificate of its own for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


class ImapServer:
    """`mails` by their UID, `flags` what was stored. `fault` is what goes wrong: "drop-fetch", "no-select"."""

    def __init__(self, folder: Path, mails: list[bytes], fault: str = "") -> None:
        self.mails = dict(enumerate(mails, start=11))
        self.flags: dict[int, set[str]] = {number: set() for number in self.mails}
        self.fault = fault
        self.said: list[str] = []
        self._file = certificate(folder)
        self.client = ssl.create_default_context(cafile=str(self._file))

    def __enter__(self) -> "ImapServer":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._file)
        outer = self

        class Session(socketserver.StreamRequestHandler):
            def setup(self) -> None:
                self.request = context.wrap_socket(self.request, server_side=True)
                super().setup()

            def handle(self) -> None:
                with contextlib.suppress(OSError, ssl.SSLError):
                    outer._talk(self.rfile, self.wfile, self.request)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """A client that does not trust us is no news."""

        self._server = Server(("127.0.0.1", 0), Session)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _talk(self, read, write, connection: socket.socket) -> None:
        write.write(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
        while line := read.readline():
            said = line.decode().rstrip("\r\n")
            self.said.append(said)
            tag, _, command = said.partition(" ")
            lines, end = self._answer(command)
            if self.fault == "drop-fetch" and "FETCH" in command:
                connection.shutdown(socket.SHUT_RDWR)
                return
            write.write(b"".join(one + b"\r\n" for one in lines) + f"{tag} {end}\r\n".encode())
            write.flush()
            if command == "LOGOUT":
                return

    def _answer(self, command: str) -> tuple[list[bytes], str]:
        if command.startswith("CAPABILITY"):
            return [b"* CAPABILITY IMAP4rev1"], "OK done"
        if command.startswith("LOGIN"):
            return [], "OK in" if command == 'LOGIN "b@me.dev" "pass word"' else "NO [AUTHENTICATIONFAILED] wrong"
        if command.startswith("SELECT"):
            good = command == 'SELECT "INBOX"' and self.fault != "no-select"
            return ([b"* %d EXISTS" % len(self.mails)], "OK [READ-WRITE]") if good else ([], "NO no such folder")
        if command == "UID SEARCH UNSEEN":
            new = [str(number) for number, flags in self.flags.items() if "\\Seen" not in flags]
            return [f"* SEARCH {' '.join(new)}".encode()], "OK done"
        if found := re.fullmatch(r"UID FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)", command):
            number = int(found[1])
            raw = self.mails[number][: int(found[2])]
            return [b"* 1 FETCH (UID %d BODY[]<0> {%d}\r\n%s)" % (number, len(raw), raw)], "OK done"
        if found := re.fullmatch(r"UID STORE (\d+) \+FLAGS\.SILENT \((.*)\)", command):
            self.flags[int(found[1])] |= set(found[2].split())
            return [], "OK done"
        return [], "OK bye" if command == "LOGOUT" else "BAD what"
