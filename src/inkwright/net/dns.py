"""What the domain name system says of a name: texts, mail servers, addresses, and the names of addresses."""

import ipaddress
from collections.abc import Callable
from typing import Any, Literal

import dns.exception
import dns.resolver
import dns.reversename

from inkwright.model.errors import NetError
from inkwright.net.offline import refuse_when_offline

RecordKind = Literal["TXT", "MX", "A", "AAAA", "PTR"]
Lookup = Callable[[str, RecordKind], list[str]]
"""The records of a name, as text; empty for a name that has none. Raises NetError when nobody answers."""
SECONDS = 5.0
"""For one question, over all servers that are asked."""


def lookup(name: str, kind: RecordKind, server: tuple[str, int] | None = None) -> list[str]:
    """The records of a name: of `TXT` the whole texts, of `MX` the hosts by preference, of `PTR` the names, without the
    dot at the end; all but `MX` sorted, since servers give them in any order. `name` is an address for `PTR`. Empty
    when there is no such name or record.

    `server` is asked instead of the system's. Raises NetError when no server answers, and when offline.
    **Source:** RFC 1035; RFC 7208, section 3.3 (strings of a text are put together without a space).
    """
    refuse_when_offline(f"dns:{name}")
    try:
        asked: Any = dns.reversename.from_address(name) if kind == "PTR" else name
        answer = _resolver(server).resolve(asked, kind, lifetime=SECONDS, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except dns.resolver.NoResolverConfiguration as error:
        raise NetError("dns", "this system names no server that knows names", url=f"dns:{name}") from error
    except (dns.exception.DNSException, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:150] or type(error).__name__
        raise NetError("dns", f"nobody said what `{name}` is ({said})", url=f"dns:{name}", passing=True) from error
    return _texts(answer, kind)


def _resolver(server: tuple[str, int] | None) -> Any:
    if server is None:
        return dns.resolver.Resolver()
    own = dns.resolver.Resolver(configure=False)
    own.nameservers, own.port = [server[0]], server[1]
    return own


def _texts(answer: Any, kind: RecordKind) -> list[str]:
    if kind == "TXT":
        return sorted(b"".join(record.strings).decode("utf-8", "replace") for record in answer)
    if kind == "MX":
        hosts = sorted((record.preference, str(record.exchange)) for record in answer)
        return [host.rstrip(".") for _, host in hosts]
    if kind == "PTR":
        return sorted(str(record.target).rstrip(".") for record in answer)
    return sorted(str(ipaddress.ip_address(record.address)) for record in answer)
