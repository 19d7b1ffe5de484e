"""What was told of a mail -> what it means for its reader: suppressed, gone, or only remembered. Each event once."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from inkwright.flows.newsletter_proof import prove
from inkwright.ledger import consent
from inkwright.ledger.relay_events import record_event, soft_bounces, taken_by_relay
from inkwright.ledger.subscribers import find, hash_of_id
from inkwright.ledger.suppression import suppress
from inkwright.model.feedback import Feedback, FeedbackKind
from inkwright.newsletter.address import read_address
from inkwright.newsletter.bounce import SOFT_WITHIN, is_dead
from inkwright.newsletter.tokens import Purpose

Done = Literal["suppressed", "unsubscribed", "noted", "known", "nobody"]
"""`noted` a soft bounce; `known` it was told before; `nobody` it names no reader, or proves nothing."""
_PROOFS: dict[FeedbackKind, tuple[Purpose, ...]] = {
    "hard": ("bounce",), "soft": ("bounce",), "complaint": ("bounce", "unsubscribe"), "unsubscribe": ("unsubscribe",),
}  # fmt: skip
"""Which tokens prove what: only who was sent a mail has one of them."""


def act(connection: Connection, told: Feedback, now: datetime) -> Done:
    """Do what an event asks for. Without a token of ours in it only an address counts, which `told` has only where the
    relay proved itself."""
    subscriber, issue = _about(connection, told, now)
    hashed = hash_of_id(connection, subscriber)
    if hashed is None:
        return "nobody"
    if not record_event(connection, told, now, subscriber, issue):
        return "known"
    if told.kind == "unsubscribe":
        consent.unsubscribe(connection, subscriber, now, f"asked {told.provider}")
        return "unsubscribed"
    if told.kind == "soft" and not _is_dead(connection, subscriber, now):
        return "noted"
    reason: Literal["complaint", "hard-bounce", "soft-bounces"] = (
        "complaint" if told.kind == "complaint" else "hard-bounce" if told.kind == "hard" else "soft-bounces"
    )
    suppress(connection, hashed, reason, now)
    return "suppressed"


def _about(connection: Connection, told: Feedback, now: datetime) -> tuple[int, int]:
    """The reader and the issue that are meant, 0 for none."""
    for token in told.tokens[:20]:
        for purpose in _PROOFS[told.kind]:
            proved = prove(connection, purpose, token, now)
            if proved is not None:
                return proved[0].id, proved[1].issue
    if not told.address:
        return 0, 0
    try:
        reader = find(connection, read_address(told.address).norm)
    except ValueError:
        return 0, 0
    return (reader.id if reader else 0), 0


def _is_dead(connection: Connection, subscriber: int, now: datetime) -> bool:
    since = now - SOFT_WITHIN
    return is_dead(soft_bounces(connection, subscriber, since), taken_by_relay(connection, subscriber, since), now)
