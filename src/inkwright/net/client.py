"""The one guarded fetch of the whole product: public addresses only, each redirect checked again, bounded in time and
size. No proxies or passwords from the environment, no cookies, no connection kept for another request.

httpx reads addresses and builds requests, its engine httpcore speaks HTTP over the connections of `dial.py`; both are
imported with the first request.
"""

import contextlib
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from inkwright import __version__
from inkwright.model.errors import NetError
from inkwright.model.net import Hop, Reply
from inkwright.net.body import ENCODINGS, read_body
from inkwright.net.deadline import Deadline
from inkwright.net.dial import Dialler, Resolve, resolve
from inkwright.net.offline import refuse_when_offline
from inkwright.net.pace import Pace

TIMEOUT = 10.0
"""Seconds for a request with all its redirects."""
LIMIT = 10_000_000
"""Bytes of an answer, packed and unpacked."""
REDIRECTS = 5
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
AGENT = f"Inkwright/{__version__} (+https://inkwright.dev)"
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})
"""Headers that a caller does not set."""
_HARMLESS = frozenset({"accept", "accept-language", "user-agent"})
"""Headers that may go along to another host; any other may hold a key."""


class _Sent(Struct, frozen=True):
    """A request on its way: `at` is an `httpx.URL`, `allow` what may be private there."""

    method: str
    at: Any
    headers: Mapping[str, str]
    body: bytes
    allow: Collection[str]


class Client:
    """Fetches addresses. `allow` names each `host:port` that the user chose and that may be private; it holds for
    requests that start there, not for redirects from elsewhere. `timeout` is in seconds for a whole request, `limit` in
    bytes of an answer. `resolve` looks names up; `tls` is an SSL context other than the usual one."""

    def __init__(
        self,
        allow: Collection[str] = (),
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
        pace: Pace | None = None,
        resolve: Resolve = resolve,
        tls: Any = None,
    ) -> None:
        self._allow = frozenset(name.lower() for name in allow)
        self._timeout = timeout
        self._limit = limit
        self._pace = pace or Pace()
        self._resolve = resolve
        self._given_tls = tls

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Reply:
        """The answer to a GET; see `request`."""
        return self.request("GET", url, headers)

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        *,
        with_body: bool = True,
    ) -> Reply:
        """The answer at the end of at most five redirects, whatever its status; its body stays unread without
        `with_body`. On the way to another origin only harmless headers are kept, and a body is never sent on to one.
        Raises NetError.

        **Source:** RFC 9110, section 15.4 (which redirects turn a request into a GET).
        """
        refuse_when_offline(url)
        named = {name.lower(): value for name, value in (headers or {}).items() if name.lower() not in _OURS}
        sent = _Sent(method, _address(url), {"user-agent": AGENT, "accept": "*/*", **named}, body, self._allow)
        self._pace.wait(sent.at.host)
        deadline = Deadline(url, self._timeout)
        hops: list[Hop] = []
        while True:
            reply = self._once(sent, deadline, with_body)
            location = reply.headers.get("location", "") if reply.status in _REDIRECTING else ""
            if not location:
                return replace(reply, redirects=tuple(hops))
            if len(hops) == REDIRECTS:
                raise NetError("too-many-redirects", f"it redirects more than {REDIRECTS} times", url=url)
            sent = _onward(sent, reply.status, _address(location, sent.at))
            hops.append(Hop(reply.status, str(sent.at)))

    def _once(self, sent: _Sent, deadline: Deadline, with_body: bool) -> Reply:
        """One request and its answer, redirects not followed and their bodies unread."""
        import httpcore
        import httpx

        at, url = sent.at, str(sent.at)
        dialler: Any = Dialler(url, sent.allow, self._resolve, deadline)
        try:
            headers = {**sent.headers, "accept-encoding": ENCODINGS}
            made = httpx.Request(sent.method, at, headers=headers, content=sent.body or None)
            target = httpcore.URL(scheme=at.raw_scheme, host=at.raw_host, port=at.port, target=at.raw_path)
            asked = httpcore.Request(made.method, target, headers=made.headers.raw, content=made.content)
            with (
                httpcore.ConnectionPool(ssl_context=self._tls, network_backend=dialler) as pool,
                contextlib.closing(pool.handle_request(asked)) as answer,
            ):
                found = httpx.Headers(answer.headers)
                wanted = with_body and answer.status not in _REDIRECTING and sent.method != "HEAD"
                packing = found.get("content-encoding", "")
                body = read_body(answer.iter_stream(), packing, self._limit, url) if wanted else b""
        except (httpcore.ProtocolError, httpcore.NetworkError, httpx.InvalidURL, ValueError) as error:
            raise NetError("protocol", f"no proper HTTP answer came ({error})", url=url, passing=True) from error
        return Reply(url, answer.status, dict(found.items()), body)

    @cached_property
    def _tls(self) -> Any:
        """What certificates are checked by: the system's issuers and those that browsers trust."""
        import ssl

        import certifi

        if self._given_tls is not None:
            return self._given_tls
        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context


def _onward(sent: _Sent, status: int, to: Any) -> _Sent:
    """The request that follows a redirect. Raises NetError where it would carry a body to another origin."""
    method, body, headers, allow = sent.method, sent.body, sent.headers, sent.allow
    if (status == 303 and method != "HEAD") or (status in (301, 302) and method == "POST"):
        method, body = "GET", b""
        headers = {name: value for name, value in headers.items() if name != "content-type"}
    if _origin(to) != _origin(sent.at):
        if body:
            raise NetError("protocol", f"it wants what we sent to go to `{to.host}`; it did not", url=str(sent.at))
        headers = {name: value for name, value in headers.items() if name in _HARMLESS}
        allow = frozenset()
    return _Sent(method, to, headers, body, allow)


def _address(url: str, base: Any = None) -> Any:
    """An address to fetch as an `httpx.URL` without fragment; `base` is where a redirect came from.

    Raises NetError "refused-address" for what is no plain http(s) address with a host.
    """
    import httpx

    try:
        parsed = base.join(url) if base is not None else httpx.URL(url)
        parsed = parsed.copy_with(fragment=None)
        port = parsed.port
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise NetError("refused-address", f"this is no proper address ({error})", url=url) from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise NetError("refused-address", "only http and https addresses with a host are asked", url=url)
    if parsed.userinfo:
        raise NetError("refused-address", "this address is not asked: it holds a user name", url=url)
    if port is not None and not 0 < port < 65536:
        raise NetError("refused-address", f"there is no port {port}", url=url)
    return parsed


def _origin(url: Any) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or (443 if url.scheme == "https" else 80)
