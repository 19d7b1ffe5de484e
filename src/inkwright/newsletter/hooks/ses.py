"""Amazon SES through SNS: signed by Amazon, read only when the signature, the signer's host and our topic are right.

**Source:** AWS, "Verifying the signatures of Amazon SNS messages" and "Amazon SES event data" (bounce and complaint
objects).
"""

from base64 import b64decode
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from inkwright.model.feedback import Feedback, FeedbackKind
from inkwright.model.regex import regex
from inkwright.newsletter.hooks.hook import HookError, read_json, rows, table, words

PROVIDER = "ses"
_HOST = regex(r"sns\.[a-z0-9-]{4,30}\.amazonaws\.com(?:\.cn)?")
_CERTIFICATE = regex(r"/SimpleNotificationService-[0-9a-f]{8,64}\.pem")
_SIGNED = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    "SubscriptionConfirmation": (
        "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type",
    ),
}  # fmt: skip
"""The fields that are signed, in their order; one that is not there is left out."""
_BOUNCES: dict[str, FeedbackKind] = {"Permanent": "hard", "Transient": "soft", "Undetermined": "soft"}


class Notice(Struct, frozen=True):
    """A message of SNS that is not proved yet. `certificate` is where the signer's certificate lies; `subscribe` what
    to fetch to accept a subscription, "" for a notification."""

    id: str
    certificate: str
    subscribe: str
    message: str
    signed: bytes
    signature: bytes
    version: str


def read_notice(body: bytes, topic: str) -> Notice:
    """A message of SNS about our topic (its ARN). Raises HookError for another topic, another host and what is none."""
    found = table(read_json(body))
    kind = words(found.get("Type"))
    fields = {name: value for name, value in found.items() if isinstance(value, str)}
    if kind not in _SIGNED:
        raise HookError("it is neither a notification nor the confirmation of a subscription")
    if not topic or fields.get("TopicArn") != topic:
        raise HookError("it is about another topic than `ses_topic`")
    certificate = fields.get("SigningCertURL", "")
    if not _is_amazons(certificate) or not _CERTIFICATE.fullmatch(urlsplit(certificate).path):
        raise HookError("the certificate that it names does not lie at Amazon SNS")
    subscribe = fields.get("SubscribeURL", "") if kind == "SubscriptionConfirmation" else ""
    if subscribe and not _is_amazons(subscribe):
        raise HookError("the address to confirm the subscription does not lie at Amazon SNS")
    signed = "".join(f"{name}\n{fields[name]}\n" for name in _SIGNED[kind] if name in fields)
    try:
        signature = b64decode(fields.get("Signature", ""), validate=True)
    except ValueError as error:
        raise HookError("its signature is not written in base64") from error
    version = fields.get("SignatureVersion", "")
    message_id = words(found.get("MessageId"), 200)
    return Notice(message_id, certificate, subscribe, fields.get("Message", ""), signed.encode(), signature, version)


def is_signed(notice: Notice, certificate: bytes) -> bool:
    """Whether a notice was signed with the key of a certificate (PEM): SHA-256 for version 2, SHA-1 for version 1."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.hashes import SHA1, SHA256
    from cryptography.x509 import load_pem_x509_certificate

    hashes: dict[str, Any] = {"1": SHA1, "2": SHA256}
    if notice.version not in hashes:
        return False
    try:
        key = load_pem_x509_certificate(certificate).public_key()
        if not isinstance(key, RSAPublicKey):
            return False
        key.verify(notice.signature, notice.signed, PKCS1v15(), hashes[notice.version]())
    except (InvalidSignature, ValueError):
        return False
    return True


def read_events(notice: Notice) -> list[Feedback]:
    """What a proved notice tells; empty for what says nothing of a reader. Raises HookError for a message that is not
    of SES."""
    if notice.subscribe:
        return []
    told = table(read_json(notice.message.encode()))
    kind = words(told.get("notificationType") or told.get("eventType"))
    if not kind:
        raise HookError("its message is none of SES")
    if kind == "Bounce":
        part, key = table(told.get("bounce")), "bouncedRecipients"
        means = _BOUNCES.get(words(part.get("bounceType")))
    elif kind == "Complaint":
        part, key = table(told.get("complaint")), "complainedRecipients"
        means = None if words(part.get("complaintFeedbackType")) == "not-spam" else "complaint"
    else:
        return []
    if means is None:
        return []
    name = words(part.get("feedbackId"), 150) or notice.id
    return [
        Feedback(PROVIDER, f"{name} {at}", means, (), words(one.get("emailAddress")), words(one.get("diagnosticCode")))
        for at, one in enumerate(rows(part.get(key)))
        if words(one.get("emailAddress"))
    ]


def _is_amazons(url: str) -> bool:
    """Whether an address lies at SNS: https, its usual port, no user, and nothing but its host."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    plain = parts.scheme == "https" and port in (None, 443) and "@" not in parts.netloc and not parts.fragment
    return plain and bool(_HOST.fullmatch(parts.hostname or "")) and url.isascii() and url.isprintable()
