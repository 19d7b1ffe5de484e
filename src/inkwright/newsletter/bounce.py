"""Mail that came back to the mailbox -> what it says of a reader. Pure; whoever writes there is a stranger, so nothing
counts before a token in it has been proved."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses
from hashlib import sha256
from urllib.parse import unquote

from inkwright.model.feedback import Feedback, FeedbackKind, SoftBounce
from inkwright.model.regex import regex
from inkwright.newsletter.links import token_in

PROVIDER = "mailbox"
"""Under this name events from the mailbox are kept."""
SOFT_MOST = 3
SOFT_WITHIN = timedelta(days=14)
"""So many soft bounces within so long, with no success between, are as good as a hard one.

**Source:** newsletter.md, Consent."""
_FOR_WHOM = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "to", "cc")
_OUR_HEADERS = ("return-path", "list-unsubscribe", "x-original-return-path")
_TOKEN = regex(r"(?<![a-z2-7])[a-z2-7]{20,52}(?![a-z2-7])")
_PASSING = regex(r"5\.(?:2\.[23]|[367]\.\d+)")
"""Statuses that say `for good` but not of the address: full, too large, the system, the content, the policy.

**Source:** RFC 3463, section 3."""
_FULL = regex(rb"quota|mailbox (?:is )?full|full mailbox|insufficient storage", re.IGNORECASE)
_STATUS = regex(r"[245]\.\d{1,3}\.\d{1,3}")
_READ = 60_000
"""Bytes at the start that are searched for words: what a mail server says stands before the copy of the mail."""
_TROUBLE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading a hostile mail may raise in the standard library and in flufl.bounce."""


def read_returned(raw: bytes, mailbox: str) -> Feedback | None:
    """What a mail says, None where it says nothing of a reader: an answer, an out-of-office note, a notice of delay.

    A mail to an address with a token that is none of these is a wish to leave: the flow finds out by its purpose.
    """
    try:
        message = message_from_bytes(raw)
        kind, said, tokens = _kind(message, raw, mailbox)
    except _TROUBLE:
        return None
    if kind is None or not tokens:
        return None
    name = str(message.get("message-id", "")).strip().encode("utf-8", "replace") or raw
    return Feedback(PROVIDER, sha256(name).hexdigest()[:40], kind, tokens, said=" ".join(said.split())[:300])


def is_dead(softs: Sequence[SoftBounce], successes: Iterable[SoftBounce], now: datetime) -> bool:
    """Whether soft bounces of one reader amount to a hard one: three in 14 days with no success between.

    `successes` are mails that the relay took, whose issue did not bounce. Several bounces of one issue are one.
    """
    bounced = {soft.issue for soft in softs}
    last = max((one.at for one in successes if one.issue not in bounced), default=None)
    recent = [soft for soft in softs if now - soft.at <= SOFT_WITHIN and (last is None or soft.at > last)]
    known = {soft.issue for soft in recent if soft.issue}
    return len(known) + sum(not soft.issue for soft in recent) >= SOFT_MOST


def _kind(message: Message, raw: bytes, mailbox: str) -> tuple[FeedbackKind | None, str, tuple[str, ...]]:
    """What kind of mail it is, what the server said, and the tokens in it, the likeliest first."""
    asked = tuple(dict.fromkeys(filter(None, (token_in(mailbox, address) for address in _recipients(message)))))
    report = str(message.get_param("report-type") or "").lower()
    if report == "feedback-report":
        kind, said, inside = _complaint(message)
        return kind, said, tuple(dict.fromkeys((*asked, *inside)))
    if report == "delivery-status":
        return *_status(message), asked
    if _is_automatic_answer(message):
        return None, "", asked
    found = _by_words(message, raw)
    return (found or "unsubscribe"), "", asked


def _recipients(message: Message) -> Iterator[str]:
    written = [str(value) for name in _FOR_WHOM for value in message.get_all(name, [])]
    return (address for _, address in getaddresses(written[:50]))


def _is_automatic_answer(message: Message) -> bool:
    """**Source:** RFC 3834, section 5 (`auto-replied`); the other two are what older programs write."""
    said = str(message.get("auto-submitted", "no")).strip().lower()
    return said.startswith("auto-replied") or "x-autoreply" in message or "x-autorespond" in message


def _status(message: Message) -> tuple[FeedbackKind | None, str]:
    """What a report of delivery says: hard, soft, or None for one that reports no failure.

    **Source:** RFC 3464, section 2.3 (Action, Status); RFC 3463 for the classes.
    """
    for part in _parts(message, "message/delivery-status"):
        for block in part.get_payload() if part.is_multipart() else ():
            if not isinstance(block, Message) or str(block.get("action", "")).strip().lower() != "failed":
                continue
            found = _STATUS.search(str(block.get("status", "")))
            status = found.group() if found else ""
            said = str(block.get("diagnostic-code", "")) or status
            passing = status.startswith("4") or bool(_PASSING.fullmatch(status))
            return ("soft" if passing else "hard"), said
    return None, ""


def _complaint(message: Message) -> tuple[FeedbackKind | None, str, list[str]]:
    """What a report of a complaint says, and the tokens of the mail that it is about.

    **Source:** RFC 5965, sections 3.1 and 7.3 (every type but `not-spam` is a complaint).
    """
    tokens: list[str] = []
    kind: FeedbackKind | None = None
    said = ""
    for part in _parts(message, "message/feedback-report"):
        inner = part.get_payload()
        fields = inner[0] if isinstance(inner, list) and inner else message_from_bytes(_text(part))
        if isinstance(fields, Message):
            said = str(fields.get("feedback-type", "")).strip().lower()
            kind = "complaint" if said and said != "not-spam" else None
            tokens += _TOKEN.findall(str(fields.get("original-mail-from", "")).lower())
    for part in (*_parts(message, "message/rfc822"), *_parts(message, "text/rfc822-headers")):
        inner = part.get_payload()
        about = inner[0] if isinstance(inner, list) and inner else message_from_bytes(_text(part))
        if isinstance(about, Message):
            for name in _OUR_HEADERS:
                for value in about.get_all(name, [])[:5]:
                    tokens += _TOKEN.findall(unquote(str(value)).lower())[:5]
    return kind, said, tokens[:20]


def _by_words(message: Message, raw: bytes) -> FeedbackKind | None:
    """What the reports of servers that follow no standard say, by the words they use; None for any other mail."""
    from flufl.bounce import all_failures

    passing, lasting = all_failures(message)
    if not (passing or lasting):
        return None
    return "soft" if not lasting or _FULL.search(raw[:_READ]) else "hard"


def _parts(message: Message, kind: str) -> list[Message]:
    return [part for part in message.walk() if part.get_content_type() == kind]


def _text(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
