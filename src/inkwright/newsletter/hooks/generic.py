"""Any relay, or a script of one's own: `{"id": ..., "kind": "hard", "email": ...}` or a list of such."""

from inkwright.model.feedback import Feedback, FeedbackKind
from inkwright.newsletter.hooks.hook import HookError, read_json, rows, words

PROVIDER = "generic"
_KINDS: dict[str, FeedbackKind] = {
    "hard": "hard", "soft": "soft", "complaint": "complaint", "unsubscribe": "unsubscribe",
}  # fmt: skip


def read_events(body: bytes) -> list[Feedback]:
    """What is told: for each event its `id`, its `kind` (hard, soft, complaint, unsubscribe), the reader's `email` or
    the `token` of the return path, and perhaps a `reason`. Raises HookError for anything else."""
    found = read_json(body)
    events = []
    for one in rows(found if isinstance(found, list) else [found]):
        kind, name = _KINDS.get(words(one.get("kind"))), words(one.get("id"), 200)
        token, email = words(one.get("token")), words(one.get("email"))
        if kind is None or not name or not (token or email):
            raise HookError(
                "an event needs `id`, `kind` (hard, soft, complaint or unsubscribe), and `email` or `token`"
            )
        events.append(Feedback(PROVIDER, name, kind, (token,) if token else (), email, words(one.get("reason"))))
    return events
