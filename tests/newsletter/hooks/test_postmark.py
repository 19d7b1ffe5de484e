import json

import pytest

from inkwright.newsletter.hooks.hook import HookError
from inkwright.newsletter.hooks.postmark import read_events


def told(**fields: object) -> list[tuple[str, str, str]]:
    return [(event.kind, event.address, event.event_id) for event in read_events(json.dumps(fields).encode())]


def bounce(kind: str) -> list[tuple[str, str, str]]:
    return told(RecordType="Bounce", ID=42, Type=kind, Email="a@b.org", Description="gone")


def test_bounces_by_their_type() -> None:
    assert bounce("HardBounce") == [("hard", "a@b.org", "Bounce 42")]
    assert bounce("BadEmailAddress")[0][0] == "hard"
    assert bounce("SoftBounce")[0][0] == "soft"
    assert bounce("SpamNotification") == []
    assert bounce("AutoResponder") == []


def test_complaints_and_changes() -> None:
    assert told(RecordType="SpamComplaint", ID=7, Type="SpamComplaint", Email="a@b.org")[0][0] == "complaint"
    change = {"RecordType": "SubscriptionChange", "MessageID": "m", "ChangedAt": "2026-11-21T12:00:00Z",
              "Recipient": "a@b.org", "SuppressSending": True, "SuppressionReason": "ManualSuppression"}  # fmt: skip
    assert told(**change)[0][:2] == ("unsubscribe", "a@b.org")
    assert told(**change | {"SuppressSending": False}) == []


def test_other_records_say_nothing_and_rubbish_is_refused() -> None:
    assert told(RecordType="Delivery", MessageID="m", Recipient="a@b.org") == []
    for body in (b"[]", b"{}", b"nothing", b'{"RecordType": "Bounce", "Type": "HardBounce", "ID": 1}'):
        with pytest.raises(HookError):
            read_events(body)
