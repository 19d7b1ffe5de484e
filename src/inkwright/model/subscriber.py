"""Readers who get the newsletter: what is known of one, what they agreed to, and who must never be mailed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Status = Literal["pending", "active", "unsubscribed"]
"""`pending` has not agreed yet and gets nothing but the question; `active` gets issues; `unsubscribed` left."""
ConsentKind = Literal["asked", "confirmed", "unsubscribed", "lists", "imported", "declared"]
SuppressionReason = Literal["hard-bounce", "soft-bounces", "complaint", "erased", "owner"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the ledger. `value` is secret and is never shown."""

    id: int
    value: bytes = field(repr=False)
    made: datetime


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address. `email` is what mail is sent to, `norm` is the same for every spelling of one mailbox."""

    email: str
    norm: str


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One reader. `tags` in order of the alphabet; `confirmed` None while they have not agreed."""

    id: int
    email: str
    email_norm: str
    name: str
    status: Status
    created: datetime
    confirmed: datetime | None = None
    tags: tuple[str, ...] = ()
    token_salt: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class NewSubscriber:
    """A reader who is to be put in; `email_hmac` is the `address_hash` of `email_norm`."""

    email: str
    email_norm: str
    email_hmac: bytes
    status: Status
    created: datetime
    confirmed: datetime | None = None
    name: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What an import needs to know of a reader who is there."""

    id: int
    status: Status
    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of somebody who asked to get the newsletter. `subscriber` is None for a suppressed address;
    `pending` is who is to be asked to confirm."""

    subscriber: int | None
    state: Literal["pending", "active", "suppressed"]


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """What a reader said and when; `source` tells where, `form_version` which wording they saw."""

    kind: ConsentKind
    at: datetime
    source: str = ""
    form_version: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why an address is never mailed to, whatever else is known of it."""

    reason: SuppressionReason
    at: datetime
