"""Postmark: one JSON object for each event, secured by the user and password in the address of the web-hook.

**Source:** Postmark, developer documentation, "Bounce webhook", "Spam complaint webhook", "Subscription change webhook"
and "Bounce types".
"""

from inkwright.model.feedback import Feedback, FeedbackKind
from inkwright.newsletter.hooks.hook import HookError, read_json, table, words

PROVIDER = "postmark"
_TYPES: dict[str, FeedbackKind] = {
    "HardBounce": "hard", "BadEmailAddress": "hard", "SoftBounce": "soft", "Transient": "soft", "DnsError": "soft",
    "SpamComplaint": "complaint", "Unsubscribe": "unsubscribe",
}  # fmt: skip
"""Bounce types that say something of a reader; the others speak of content, policy or our own account."""
_REASONS: dict[str, FeedbackKind] = {
    "HardBounce": "hard", "SpamComplaint": "complaint", "ManualSuppression": "unsubscribe",
}  # fmt: skip


def read_events(body: bytes) -> list[Feedback]:
    """What is told; empty for events that say nothing of a reader. Raises HookError for what is not of Postmark."""
    found = table(read_json(body))
    record = words(found.get("RecordType"))
    if not record:
        raise HookError("it has no `RecordType`")
    if record == "SubscriptionChange":
        kind = _REASONS.get(words(found.get("SuppressionReason"))) if found.get("SuppressSending") is True else None
        name = f"{words(found.get('MessageID'))} {words(found.get('ChangedAt'))}".strip()
        address = words(found.get("Recipient"))
    else:
        kind = _TYPES.get(words(found.get("Type"))) if record in ("Bounce", "SpamComplaint") else None
        name, address = words(found.get("ID")), words(found.get("Email"))
    if kind is None:
        return []
    if not (name and address):
        raise HookError("it names no event or no address")
    return [Feedback(PROVIDER, f"{record} {name}"[:200], kind, (), address, words(found.get("Description")))]
