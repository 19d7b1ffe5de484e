"""What mail and readers pass through: the relay, the name of its address, and the server that their links lead to."""

import asyncio
from collections.abc import Mapping
from urllib.parse import urlsplit

from inkwright.flows.newsletter_relay import relay_of
from inkwright.model.diagnosis import Diagnosis
from inkwright.model.errors import NetError
from inkwright.model.relay import Patience, Relay
from inkwright.model.settings import Settings
from inkwright.net.addresses import host_and_port, is_public, literal
from inkwright.net.client import Client
from inkwright.net.dns import Lookup
from inkwright.net.smtp import Line

_PATIENCE = Patience(connect=15.0, command=15.0)


def find_relay(settings: Settings, environment: Mapping[str, str]) -> Diagnosis:
    """Whether the relay lets us in; nothing is sent. Raises NetError where the network is not to be used, UsageError
    for what is missing."""
    relay = relay_of(settings, environment)
    try:
        asyncio.run(_open(relay))
    except NetError as error:
        if error.kind == "offline":
            raise
        return Diagnosis("relay", "problem", f"{relay.url}: {error.message}", error.hint)
    how = {"starttls": "encrypted by STARTTLS", "tls": "encrypted", "none": "not encrypted"}[relay.security]
    login = f", login as {relay.user}" if relay.user else ", no login"
    return Diagnosis("relay", "ok", f"{relay.url} lets us in ({how}{login})")


def find_reverse_name(host: str, lookup: Lookup) -> Diagnosis:
    """Whether the relay's address has a name that leads back to it. **Source:** RFC 1912, section 2.1; the rules for
    senders of large mailboxes ask for it."""
    if not host:
        return Diagnosis("reverse DNS", "unknown", "not checkable here: no relay is set")
    addresses = [literal(host)] if literal(host) else [*lookup(host, "A"), *lookup(host, "AAAA")]
    public = [address for address in addresses if is_public(address)]
    if not public:
        said = f"not checkable here: {host} has no public address, and from which one it sends is not known"
        return Diagnosis("reverse DNS", "unknown", said)
    for address in public:
        names = lookup(address, "PTR")
        back = [name for name in names if address in lookup(name, "AAAA" if ":" in address else "A")]
        if not back:
            hint = "whoever runs the relay can set it"
            return Diagnosis("reverse DNS", "problem", f"{address} ({host}) has no name that leads back to it", hint)
    said = f"{public[0]} is {back[0]} and back; a relay may send from other addresses, which is not checkable here"
    return Diagnosis("reverse DNS", "ok", said)


def find_server(url: str, client: Client | None = None) -> Diagnosis:
    """Whether the one-click way to leave works: over https, and a POST reaches our server without a redirect. `client`
    is one other than the usual. **Source:** RFC 8058, sections 3.1 and 3.2.
    Raises NetError when the network gave no answer.
    """
    base, parts = url.rstrip("/"), urlsplit(url)
    if not base:
        return Diagnosis("one-click", "problem", "the address of the server is not set", "set `url` below [newsletter]")
    if parts.scheme != "https":
        said = f"{base} is not https, so mail programs do not use it"
        return Diagnosis("one-click", "problem", said, f"let a proxy speak https for the server: {_GUIDE}")
    client = client or Client(allow=[host_and_port(parts.hostname or "", parts.port or 443)])
    try:
        well = client.get(f"{base}/health")
        left = client.request("POST", f"{base}/unsubscribe/nobody", _FORM, b"List-Unsubscribe=One-Click")
    except NetError as error:
        if error.kind == "offline":
            raise
        hint = f"start `inkwright newsletter server` behind a reverse proxy: {_GUIDE}"
        return Diagnosis("one-click", "problem", f"{base} cannot be reached: {error.message}", hint)
    if well.status != 200 or left.status != 404 or left.redirects or b"This link does not work" not in left.body:
        said = f"{base} is reached, but what answers there is not our server ({well.status}, {left.status})"
        return Diagnosis(
            "one-click", "problem", said, f"let the proxy pass every path and the Host header on: {_GUIDE}"
        )
    return Diagnosis("one-click", "ok", f"{base} takes the POST of a mail program")


_GUIDE = 'docs/guide/newsletter-server.md, "Behind a reverse proxy"'
_FORM = {"content-type": "application/x-www-form-urlencoded"}


async def _open(relay: Relay) -> None:
    line = Line(relay, _PATIENCE)
    await line.open()
    await line.close()
