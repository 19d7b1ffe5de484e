"""Readers who get the newsletter: what is known of one, what they agreed to, and who must never be mailed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct

Status = Literal["pending", "active", "unsubscribed"]
"""`pending` has not agreed yet and gets nothing but the question; `active` gets issues; `unsubscribed` left."""
ConsentKind = Literal["asked", "confirmed", "unsubscribed", "lists", "imported", "declared"]
SuppressionReason = Literal["hard-bounce", "soft-bounces", "complaint", "erased", "owner"]


class Key(Struct, frozen=True):
    """A key of the ledger. `value` is secret and is never shown."""

    id: int
    value: bytes
    made: datetime

    def __repr__(self) -> str:
        return f"Key(id={self.id}, made={self.made})"


class Address(Struct, frozen=True):
    """A mail address. `email` is what mail is sent to, `norm` is the same for every spelling of one mailbox."""

    email: str
    norm: str


class Subscriber(Struct, frozen=True):
    """One reader. `tags` in order of the alphabet; `confirmed` None while they have not agreed. `token_salt` is secret
    and is never shown."""

    id: int
    email: str
    email_norm: str
    name: str
    status: Status
    created: datetime
    confirmed: datetime | None = None
    tags: tuple[str, ...] = ()
    token_salt: bytes = b""

    def __repr__(self) -> str:
        return f"Subscriber(id={self.id}, email={self.email!r}, status={self.status!r})"


class NewSubscriber(Struct, frozen=True):
    """A reader who is to be put in; `email_hmac` is the `address_hash` of `email_norm`."""

    email: str
    email_norm: str
    email_hmac: bytes
    status: Status
    created: datetime
    confirmed: datetime | None = None
    name: str = ""
    tags: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """What an import needs to know of a reader who is there."""

    id: int
    status: Status
    name: str
    tags: tuple[str, ...]


Said = Literal["subscribed", "pending", "unsubscribed"]
"""What a list from elsewhere says of somebody, in our words."""


class Person(Struct, frozen=True):
    """Somebody on a list from elsewhere. `line` is where, from 1; times are None where the list does not tell, and
    `stopped` is why mail to them never arrives or must not."""

    line: int
    email: str
    email_norm: str
    name: str = ""
    said: Said = "subscribed"
    stopped: SuppressionReason | None = None
    created: datetime | None = None
    confirmed: datetime | None = None
    tags: tuple[str, ...] = ()


class Refused(Struct, frozen=True):
    """A line of a list that is not taken in: where it starts, why, and what stands there."""

    line: int
    why: str
    text: str


class Intake(Struct, frozen=True):
    """What became of the people on a list. `active`, `pending` and `left` are new here, `left` as unsubscribed;
    `lowered` were readers and no longer are; `stopped` are suppressed now; `barred` were suppressed before; `same` were
    known and stay as they are."""

    active: int = 0
    pending: int = 0
    left: int = 0
    lowered: int = 0
    stopped: int = 0
    barred: int = 0
    same: int = 0

    def __add__(self, other: "Intake") -> "Intake":
        return Intake(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))

    @property
    def total(self) -> int:
        """How many people that were."""
        return sum(getattr(self, name) for name in self.__struct_fields__)


class Asked(Struct, frozen=True):
    """What became of somebody who asked to get the newsletter. `subscriber` is None for a suppressed address;
    `pending` is who is to be asked to confirm."""

    subscriber: int | None
    state: Literal["pending", "active", "suppressed"]


class ConsentEvent(Struct, frozen=True):
    """What a reader said and when; `source` tells where, `form_version` which wording they saw."""

    kind: ConsentKind
    at: datetime
    source: str = ""
    form_version: str = ""


class Suppression(Struct, frozen=True):
    """Why an address is never mailed to, whatever else is known of it."""

    reason: SuppressionReason
    at: datetime


class Shown(Struct, frozen=True):
    """One reader as `subscribers list` names them; `suppressed` is why nothing is mailed to them all the same, "" for
    nothing."""

    email: str
    name: str
    status: Status
    lists: tuple[str, ...]
    tags: tuple[str, ...]
    created: datetime
    confirmed: datetime | None
    suppressed: str


class Readers(Struct, frozen=True):
    """How many readers there are by state, and how many are mailed to; how many active ones chose each list, how many
    carry each other tag; how many addresses are suppressed by reason; how many mails that ask to confirm wait; and some
    readers, by their id."""

    counts: Mapping[Status, int]
    mailed: int
    lists: Mapping[str, int]
    tags: Mapping[str, int]
    suppressed: Mapping[str, int]
    waiting: int
    subscribers: tuple[Shown, ...]
