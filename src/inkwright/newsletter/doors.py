"""What the sending of an issue is handed in: the ledger, lines to the relay, the clock; and what it hands back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from msgspec import Struct

from inkwright.model.delivery import Addressee, Mark, Policy
from inkwright.model.relay import RelayReply

Why = Literal["sent", "paused", "cancelled", "later", "window", "warm-up", "stopped", "ousted"]
"""Why a run ended: "later" somebody is due for another try, "ousted" another sender took this one for dead."""


class Ended(Struct, frozen=True):
    """How a run ended; `reason` is for a pause, `again` when there is something to do next."""

    why: Why
    reason: str = ""
    again: datetime | None = None


class Rest(Struct, frozen=True):
    """What is left of an issue: its state, why it is paused, when the next reader is due for another try."""

    state: str
    reason: str
    due: datetime | None


class Letter(Struct, frozen=True):
    """One message and the address it returns to."""

    sender: str
    message: bytes


class Line(Protocol):
    """A connection to a relay that is used for one message after the other."""

    @property
    def is_open(self) -> bool:
        """Whether another message may be tried on it."""

    async def open(self) -> None:
        """Connect. Raises NetError."""

    async def send(self, sender: str, recipient: str, message: bytes) -> RelayReply:
        """Hand over one message."""

    async def close(self) -> None:
        """Take leave."""


class Book(Protocol):
    """The ledger, as far as the sending of one issue needs it. Each method is one transaction; raises LedgerError."""

    def record(self, marks: Sequence[Mark], most: int, *, again: bool) -> tuple[list[Addressee], int]:
        """Write results down, then take at most `most` readers; how many were looked at comes with them."""

    def rest(self) -> Rest:
        """What is left, after calling the issue sent when nothing is."""

    def pause(self, reason: str) -> None:
        """Stop the issue until the writer goes on with it."""

    def beat(self) -> tuple[bool, int]:
        """Say that this sender lives and keep whom it took; whether it still counts, and how many senders there are."""

    def sent_by_day(self) -> dict[str, int]:
        """How many messages went out on each day of the writer's zone."""

    def sync(self) -> bool:
        """Bring what was written to the disk; False where there is never a need."""


class Clock(Protocol):
    """The time, for all that is sent."""

    def now(self) -> datetime:
        """What the ledger counts in; never set back."""

    def local(self) -> datetime:
        """What stands on the writer's wall."""

    def seconds(self) -> float:
        """Seconds of a clock that runs evenly."""


class Plan(Struct, frozen=True):
    """How to send: lines at once, messages a second (0 for no limit), what is done with the uncertain, hours, curve."""

    connections: int = 4
    rate: float = 0.0
    policy: Policy = "resend"
    window: str = ""
    warm_up: tuple[int, ...] = ()
    beat: float = 15.0
