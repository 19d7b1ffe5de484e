"""What became of mail after the relay took it: it came back, its reader complained, or asked to leave."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

FeedbackKind = Literal["hard", "soft", "complaint", "unsubscribe"]
"""`hard`: the address never takes mail. `soft`: not this time. `complaint`: the reader called it spam. `unsubscribe`:
the reader asked to leave, by mail or through the relay."""


class Feedback(Struct, frozen=True):
    """One thing that was told about one mail. `provider` with `event_id` names it, so that it counts once.

    `tokens` were found in it and prove nothing before their seals are looked at. `address` is the reader's where the
    relay itself says so over a channel that it has proved to be its own, else "".
    """

    provider: str
    event_id: str
    kind: FeedbackKind
    tokens: tuple[str, ...] = ()
    address: str = ""
    said: str = ""


class SoftBounce(Struct, frozen=True):
    """Mail of one issue that did not get through this time. `issue` is 0 where it is not known."""

    issue: int
    at: datetime
