"""How often somebody may ask: limits by address, by network and in all. Pure; who asks hands the time in."""

import hmac
from collections import OrderedDict, deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv4Address, IPv6Address, ip_address

GAP = timedelta(hours=24)
"""Between two mails that ask the same reader to confirm. **Source:** newsletter.md, Consent."""
MOST = 3
"""Such mails for one reader, until they confirm. **Source:** newsletter.md, Consent."""
FROM_ONE_NETWORK = 5
"""Sign-ups an hour from one network. **Source:** newsletter.md, Consent."""
IN_ALL = 60
"""Mails an hour that ask to confirm; those beyond wait. **Source:** newsletter.md, Consent."""
WAITING = 1000
"""Sign-ups that may wait; beyond them the form is closed for a while. **Source:** own choice: 17 hours of mails."""
HOUR = timedelta(hours=1)
_KEPT = 20_000
"""Networks remembered at once: about 5 MB."""


def may_ask_to_confirm(asked: Sequence[datetime], now: datetime) -> bool:
    """Whether a reader who was asked to confirm at these moments (oldest first) may be asked again.

    A clock that was set back asks nobody sooner: moments that lie ahead count as now.
    """
    return len(asked) < MOST and all(now - moment >= GAP for moment in asked)


def free_in_an_hour(made: int) -> int:
    """How many more mails may ask to confirm when `made` went out in the last hour; never below 0."""
    return max(0, IN_ALL - made)


def network_of(address: str) -> str:
    """The /24 of an IPv4 address or the /64 of an IPv6 one, "" for what is no address; an IPv4 address that is written
    as an IPv6 one is an IPv4 one.

    **Source:** newsletter.md, Consent; RFC 6177 (a site has a /64 at least); RFC 4291, 2.5.5.2.
    """
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    if isinstance(parsed, IPv4Address):
        return f"{IPv4Address(int(parsed) >> 8 << 8)}/24"
    return f"{IPv6Address(int(parsed) >> 64 << 64)}/64"


class Networks:
    """Counts what came from each network in the last hour, in memory only and under a hash of its own: nothing that
    could be written down says who asked. `salt` is random and new with each start."""

    def __init__(self, salt: bytes, most: int = FROM_ONE_NETWORK, seconds: float = HOUR.total_seconds()) -> None:
        self._salt = salt
        self._most = most
        self._seconds = seconds
        self._seen: OrderedDict[bytes, deque[float]] = OrderedDict()

    def may(self, address: str, clock: float) -> bool:
        """Count one more from an address; False when its network had its share. `clock` is in seconds and never goes
        back (a monotonic clock). What has no address (a socket on this machine) shares one count."""
        name = hmac.digest(self._salt, network_of(address).encode("ascii"), sha256)
        times = self._seen.setdefault(name, deque())
        self._seen.move_to_end(name)
        while times and clock - times[0] >= self._seconds:
            times.popleft()
        while len(self._seen) > _KEPT:
            self._seen.popitem(last=False)
        if len(times) >= self._most:
            return False
        times.append(clock)
        return True
