"""Opens connections, only to checked addresses: a name is looked up once, and what was checked is what is dialled.

The HTTP engine asks for every connection here, so that no two readings of an address can differ. The classes have the
methods that httpcore wants of a network backend and of its streams; httpcore itself is not imported.
"""

import contextlib
import errno
import socket
import threading
from collections.abc import Callable, Collection, Sequence
from typing import Any

from inkwright.model.errors import NetError, NetKind
from inkwright.net.addresses import fault_of, host_and_port, is_public, literal
from inkwright.net.deadline import Deadline

Resolve = Callable[[str, int], Sequence[str]]
ATTEMPT = 4.0
"""Seconds for one of several addresses before the next is tried: a broken IPv6 route must not cost the whole time."""
PIECE = 16_384
"""Bytes sent at once; between pieces the deadline is looked at."""
_UNKNOWN_ISSUER = frozenset({2, 19, 20, 21})
"""Codes of a chain that does not end at an issuer known here. **Source:** OpenSSL, X509_STORE_CTX_get_error(3)."""
_NO_NAME = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name in the system's order, each once. Raises OSError (`socket.gaierror`)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Dialler:
    """Connects for one request. `allow` holds the `host:port` that the user named and that may be anywhere."""

    def __init__(self, url: str, allow: Collection[str], resolve: Resolve, deadline: Deadline) -> None:
        self._url = url
        self._allow = allow
        self._resolve = resolve
        self._deadline = deadline

    def connect_tcp(
        self, host: str, port: int, timeout: Any = None, local_address: Any = None, socket_options: Any = None
    ) -> "Stream":
        """A connection to the first checked address that answers. Raises NetError; nothing is dialled when the host
        or any one of its addresses is refused."""
        addresses = self._checked(host, port)
        for at, address in enumerate(addresses):
            left = self._deadline.left()
            last = at == len(addresses) - 1
            try:
                return Stream(_connect(address, port, left if last else min(left, ATTEMPT)), self._url, self._deadline)
            except TimeoutError:
                if last:
                    raise self._deadline.passed() from None
            except OSError as error:
                if last:
                    raise self._unconnected(host, port, error) from None
        raise NetError("dns", f"`{host}` has no address", url=self._url)

    def _checked(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host, all of them fit to be dialled."""
        allowed = host_and_port(host, port) in self._allow
        fault = "" if allowed else fault_of(host)
        if fault:
            raise self._refused(fault)
        addresses = [literal(host)] if literal(host) else self._look_up(host, port)
        if not allowed and not all(map(is_public, addresses)):
            raise self._refused(f"`{host}` leads to an address that is not public")
        return addresses

    def _refused(self, why: str) -> NetError:
        return NetError("refused-address", f"this address is not asked: {why}", url=self._url)

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a name within the deadline; the system's lookup itself knows none, so it gets a thread."""
        found: list[Sequence[str]] = []
        failed: list[Exception] = []

        def look_up() -> None:
            try:
                found.append(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                failed.append(error)

        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(self._deadline.left())
        if failed:
            raise self._unnamed(host, failed[0]) from failed[0]
        if not found:
            raise NetError("dns", f"no name server answers for `{host}`", url=self._url, passing=True)
        return found[0]

    def _unnamed(self, host: str, error: Exception) -> NetError:
        if isinstance(error, UnicodeError) or (isinstance(error, socket.gaierror) and error.errno in _NO_NAME):
            return NetError("dns", f"there is no host `{host}`", url=self._url)
        return NetError("dns", f"`{host}` cannot be looked up now", url=self._url, passing=True)

    def _unconnected(self, host: str, port: int, error: OSError) -> NetError:
        if error.errno == errno.ECONNREFUSED:
            return NetError("connect", f"`{host}` refuses connections on port {port}", url=self._url)
        return NetError("connect", f"`{host}` cannot be reached ({error.strerror})", url=self._url, passing=True)


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connected socket to an IP address; no name is looked up here."""
    connection = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect((address, port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        connection.close()
        raise
    return connection


class Stream:
    """A connection whose every wait ends at the deadline. Raises NetError for whatever breaks."""

    def __init__(self, connection: socket.socket, url: str, deadline: Deadline) -> None:
        self._connection = connection
        self._url = url
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: Any = None) -> bytes:
        """What has come, at most `max_bytes`; b"" at the end."""
        try:
            self._connection.settimeout(self._deadline.left())
            return self._connection.recv(max_bytes)
        except TimeoutError:
            raise self._deadline.passed() from None
        except OSError as error:
            raise self._broken(error) from None

    def write(self, buffer: bytes, timeout: Any = None) -> None:
        """Send all of the bytes. A server that closes early may have answered already: httpcore then reads on."""
        import httpcore

        try:
            for at in range(0, len(buffer), PIECE):
                self._connection.settimeout(self._deadline.left())
                self._connection.sendall(buffer[at : at + PIECE])
        except TimeoutError:
            raise self._deadline.passed() from None
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self._connection.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: Any = None) -> "Stream":
        """The same connection encrypted, its certificate checked for the name."""
        import ssl

        try:
            self._connection.settimeout(self._deadline.left())
            wrapped = ssl_context.wrap_socket(self._connection, server_hostname=server_hostname)
        except ssl.SSLCertVerificationError as error:
            self.close()
            kind: NetKind = "issuer" if error.verify_code in _UNKNOWN_ISSUER else "tls"
            raise NetError(kind, f"its certificate is not valid: {error.verify_message}", url=self._url) from None
        except TimeoutError:
            self.close()
            raise self._deadline.passed() from None
        except ssl.SSLEOFError as error:
            self.close()
            raise self._broken(error) from None
        except ssl.SSLError as error:
            self.close()
            why = (error.reason or "unknown fault").replace("_", " ").lower()
            raise NetError("tls", f"no encrypted connection could be made ({why})", url=self._url) from None
        except OSError as error:
            self.close()
            raise self._broken(error) from None
        return Stream(wrapped, self._url, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """The TLS object for `ssl_object`, else None."""
        return self._connection if info == "ssl_object" and hasattr(self._connection, "cipher") else None

    def _broken(self, error: OSError) -> NetError:
        why = f" ({error.strerror})" if error.strerror else ""
        return NetError("protocol", f"the connection broke off{why}", url=self._url, passing=True)
