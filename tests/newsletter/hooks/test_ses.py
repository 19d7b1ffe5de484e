import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.hooks.hook import HookError
from inkwright.newsletter.hooks.ses import is_signed, read_events, read_notice

TOPIC = "arn:aws:sns:eu-central-1:123456789012:letters"
HOST = "https://sns.eu-central-1.amazonaws.com"
CERTIFICATE = f"{HOST}/SimpleNotificationService-0123456789abcdef.pem"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FIELDS = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    "SubscriptionConfirmation": ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"),
}


def certificate_of(key: rsa.RSAPrivateKey = KEY) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    )  # fmt: skip
    return made.public_bytes(serialization.Encoding.PEM)


def notice(told: dict | None = None, version: str = "2", **changed: str) -> dict[str, str]:
    """A message as SNS signs it, then changed."""
    fields = {
        "Type": "Notification", "MessageId": "m-1", "TopicArn": TOPIC, "Timestamp": "2026-11-21T12:00:00.000Z",
        "Message": json.dumps(told if told is not None else BOUNCE), "SignatureVersion": version,
        "SigningCertURL": CERTIFICATE,
    }  # fmt: skip
    fields |= {key: changed.pop(key) for key in ("Type", "Subject", "SubscribeURL", "Token") if key in changed}
    said = "".join(f"{name}\n{fields[name]}\n" for name in FIELDS[fields["Type"]] if name in fields)
    digest = hashes.SHA256() if version == "2" else hashes.SHA1()
    fields["Signature"] = b64encode(KEY.sign(said.encode(), padding.PKCS1v15(), digest)).decode()
    return fields | changed


def body(**changed: str) -> bytes:
    return json.dumps(notice(**changed)).encode()


BOUNCE = {
    "notificationType": "Bounce",
    "bounce": {
        "bounceType": "Permanent", "bounceSubType": "General", "feedbackId": "fb-9",
        "bouncedRecipients": [{"emailAddress": "gone@example.org", "status": "5.1.1", "diagnosticCode": "550 no such"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_signed_bounce(version: str) -> None:
    found = read_notice(body(version=version, Subject="Amazon SES"), TOPIC)
    assert is_signed(found, certificate_of())
    (event,) = read_events(found)
    assert (event.kind, event.address, event.event_id, event.said) == (
        "hard", "gone@example.org", "fb-9 0", "550 no such",
    )  # fmt: skip
    assert not event.tokens


@pytest.mark.parametrize("name", ["Message", "MessageId", "Timestamp", "Signature", "SignatureVersion"])
def test_whatever_is_changed_the_signature_is_wrong(name: str) -> None:
    given_ = notice()
    changed = b64encode(b"x" * 256).decode() if name == "Signature" else given_[name] + "1"
    assert not is_signed(read_notice(json.dumps(given_ | {name: changed}).encode(), TOPIC), certificate_of())


def test_an_added_subject_is_signed_too() -> None:
    added = json.dumps(notice() | {"Subject": "hello"}).encode()
    assert not is_signed(read_notice(added, TOPIC), certificate_of())


def test_another_key_and_a_broken_certificate() -> None:
    found = read_notice(body(), TOPIC)
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert not is_signed(found, certificate_of(other))
    assert not is_signed(found, b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n")
    assert not is_signed(found, b"")


@pytest.mark.parametrize(
    "place",
    [
        "http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
        "https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef.pem",
        "https://evil.example/SimpleNotificationService-0123456789abcdef.pem",
        "https://sns.eu-central-1.amazonaws.com@evil.example/SimpleNotificationService-0123456789abcdef.pem",
        "https://evil.example#sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
        "https://evil.example\\.sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
        "https://bucket.s3.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
        "https://sns.eu-central-1.amazonaws.com:8443/SimpleNotificationService-0123456789abcdef.pem",
        "https://sns.eu-central-1.amazonaws.com/own.pem",
        "https://sns.eu-central-1.amazonaws.com/x/../SimpleNotificationService-0123456789abcdef.pem",
        "https://[::1/SimpleNotificationService-0123456789abcdef.pem",
        "",
    ],
)
def test_certificates_from_elsewhere_are_not_fetched(place: str) -> None:
    with pytest.raises(HookError, match="does not lie at Amazon"):
        read_notice(body(SigningCertURL=place), TOPIC)


def test_another_topic_is_not_ours() -> None:
    for topic in ("arn:aws:sns:eu-central-1:999999999999:letters", "", TOPIC + "2"):
        with pytest.raises(HookError, match="another topic"):
            read_notice(body(), topic)


def test_the_confirmation_of_a_subscription_goes_to_amazon_only() -> None:
    to = f"{HOST}/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=abc"
    found = read_notice(body(Type="SubscriptionConfirmation", SubscribeURL=to, Token="abc"), TOPIC)
    assert is_signed(found, certificate_of())
    assert found.subscribe == to
    assert read_events(found) == []
    with pytest.raises(HookError, match="confirm the subscription"):
        read_notice(body(Type="SubscriptionConfirmation", SubscribeURL="https://evil.example/", Token="a"), TOPIC)


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ({"notificationType": "Bounce", "bounce": {"bounceType": "Transient",
          "bouncedRecipients": [{"emailAddress": "a@b.org"}, {"emailAddress": "c@d.org"}]}}, ["soft", "soft"]),
        ({"eventType": "Complaint", "complaint": {"complainedRecipients": [{"emailAddress": "a@b.org"}]}},
         ["complaint"]),
        ({"eventType": "Complaint", "complaint": {"complaintFeedbackType": "not-spam",
          "complainedRecipients": [{"emailAddress": "a@b.org"}]}}, []),
        ({"eventType": "Delivery", "delivery": {}}, []),
        ({"notificationType": "Bounce", "bounce": {"bounceType": 5, "bouncedRecipients": {"a": 1}}}, []),
    ],
)  # fmt: skip
def test_what_events_mean(told: dict, kinds: list[str]) -> None:
    assert [event.kind for event in read_events(read_notice(body(told=told), TOPIC))] == kinds


def test_a_signed_message_that_is_none_of_ses() -> None:
    with pytest.raises(HookError):
        read_events(read_notice(body(told={"hello": 1}), TOPIC))


def _json(inner: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(st.sampled_from(["Type", "TopicArn", "SigningCertURL", "Message"]), inner)


anything = st.recursive(st.none() | st.text(), _json).map(lambda value: json.dumps(value).encode())


@given(st.binary(max_size=200) | anything)
def test_anything_else_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(HookError):
        read_notice(raw, TOPIC)
