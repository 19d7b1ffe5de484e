"""What comes back from the network, and what a link turned out to be."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import Struct, field

NO_NETWORK = "no network"
"""Why nothing could be told about any link at all."""
LinkState = Literal["alive", "moved", "dead", "unclear"]


class Hop(NamedTuple):
    """One redirect: the status of the answer and the address that it led to."""

    status: int
    to: str


class Reply(Struct, frozen=True):
    """An answer over HTTP. `url` is the final address, `headers` have lower-case names, `body` is unpacked, `redirects`
    are those that were followed, in order."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    redirects: tuple[Hop, ...] = ()


class LinkAnswer(Struct, frozen=True):
    """What asking for an address told. `said` is why in a few words ("404 Not Found"); `to` is where a moved page is
    now, "" when that is no page of its own."""

    state: LinkState
    said: str = ""
    to: str = ""
