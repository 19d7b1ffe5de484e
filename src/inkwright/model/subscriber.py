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
