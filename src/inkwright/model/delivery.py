"""Words about sending: an issue on its way, what became of each of its readers, and the account that must add up."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

IssueState = Literal["draft", "frozen", "sending", "paused", "sent", "cancelled"]
DeliveryState = Literal["queued", "attempting", "sent", "retry", "failed", "skipped", "uncertain"]
OPEN: tuple[DeliveryState, ...] = ("queued", "attempting", "retry")
"""States in which a reader has still to be served."""
Policy = Literal["resend", "hold"]
"""What is done where nobody knows whether the relay took a message: send it again, or leave it and say so."""


class Issue(Struct, frozen=True):
    """One newsletter send, without its bytes. `list` is "" for an issue to everyone, `send_at` None for one that is
    sent at once; `audience` counts its readers when it was frozen."""

    id: int
    slug: str
    state: IssueState
    made: datetime
    frozen_at: datetime | None
    send_at: datetime | None
    done_at: datetime | None
    subject: str
    list: str
    audience: int
    pause_reason: str


class Addressee(Struct, frozen=True):
    """A reader whose message is being sent. `attempts` counts this try too; `lease` is until when they are ours."""

    sub: int
    addr: str
    name: str
    salt: bytes
    attempts: int
    lease: datetime


class Mark(Struct, frozen=True):
    """What is written down of a try: the state it left, what the relay said, and when to try again. One that does not
    `count` was none of the reader's: no try is taken from them."""

    sub: int
    state: DeliveryState
    reply: str
    due: datetime | None = None
    sent_at: datetime | None = None
    counts: bool = True


class Delivery(Struct, frozen=True):
    """What became of one reader of one issue, as the ledger has it."""

    issue: str
    addr: str
    state: DeliveryState
    attempts: int
    due: datetime | None
    reply: str
    sent_at: datetime | None


class Tally(Struct, frozen=True):
    """How many readers of an issue are in each state."""

    audience: int
    queued: int = 0
    attempting: int = 0
    retry: int = 0
    sent: int = 0
    failed: int = 0
    skipped: int = 0
    uncertain: int = 0

    @property
    def open(self) -> int:
        """Readers who have still to be served."""
        return self.queued + self.attempting + self.retry

    @property
    def known(self) -> int:
        """Readers whose state is known, open ones too; the audience, when nobody was lost."""
        return self.sent + self.failed + self.skipped + self.uncertain + self.open

    @property
    def adds_up(self) -> bool:
        """The invariant of the newsletter: audience = sent + failed + skipped + uncertain + open."""
        return self.known == self.audience


class Sender(Struct, frozen=True):
    """A program that sends. `boot` names the machine's run, the name space and the start of the process, so that a
    number that was given to another process later is no mistake; `beat` is when it was last alive."""

    owner: str
    host: str
    pid: int
    boot: str
    started: datetime
    beat: datetime


def readers(count: int) -> str:
    """`1 reader`, `9,988 readers`."""
    return f"{count:,} reader{'s' * (count != 1)}"
