from base64 import b64encode
from email import message_from_bytes

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.mailing import Head, Personal
from inkwright.newsletter.dkim import relaxed_body, signer
from inkwright.newsletter.message import freeze, mark, splice, unmarkable

KEY = rsa.generate_private_key(65537, 2048)
HEAD = Head("Ada <ada@me.example>", "On caches", "answers@me.example", "Letters", "letters.me.example")
LINK = "https://letters.me.example/u/abc"
READER = Personal(
    "zoe@reader.example", "Sat, 21 Nov 2026 10:00:00 +0000", "<1.2.a@me.example>", "Zoë", LINK, LINK, "",
    "leave+abc@me.example",
)  # fmt: skip


def pem(key, lock=None):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock or NoEncryption())


def record(key):
    public = key.public_key()
    return b"v=DKIM1; k=rsa; p=" + b64encode(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def verified(message, key=KEY):
    asked = []

    def dns(name, timeout=5):
        asked.append(name)
        return record(key)

    good = dkim.verify(message, dnsfunc=dns)
    assert not good or asked == [b"ink._domainkey.me.example."]
    return good


SIGN = signer(pem(KEY), "me.example", "ink")


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=40))
def test_another_program_verifies_what_is_signed(words, name):
    text = f"{mark('name', 'Hello ')}\n{unmarkable(words)}  two   blanks \n\n\n"
    frozen = freeze(HEAD, text, f"<p>{unmarkable(words)}</p>")
    message = splice(frozen, Personal(READER.to, READER.date, READER.message_id, name, LINK, LINK, "", READER.mailto))
    assert verified(SIGN(message))


def test_the_headers_to_leave_by_are_signed_and_cannot_be_added_again():
    signed = SIGN(splice(freeze(HEAD, "Hello\n", "<p>Hello</p>"), READER))
    value = message_from_bytes(signed)["DKIM-Signature"]
    listed = "".join(value.split()).partition("h=")[2].partition(";")[0].split(":")
    assert listed.count("list-unsubscribe") == listed.count("list-unsubscribe-post") == listed.count("from") == 2
    assert {"to", "date", "message-id", "reply-to", "list-id", "mime-version", "content-type"} <= set(listed)
    for header in (b"From: eve@x.example", b"Subject: other", b"List-Unsubscribe: <https://x.example>"):
        assert not verified(signed.replace(b"\r\nTo:", b"\r\n" + header + b"\r\nTo:", 1))
    assert not verified(signed.replace(b"Hello", b"Hullo"))


def test_a_change_of_blanks_on_the_way_does_not_break_it():
    signed = SIGN(splice(freeze(HEAD, "Hello there\n", "<p>Hello</p>"), READER))
    assert verified(signed.replace(b"Hello there", b"Hello  there ") + b"\r\n\r\n")


def test_no_line_of_the_signature_is_long():
    head = SIGN(splice(freeze(HEAD, "Hello\n", ""), READER)).partition(b"\r\nFrom:")[0]
    assert head.startswith(b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;")
    assert all(len(line) <= 78 for line in head.split(b"\r\n"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", b""),
        (b"\r\n\r\n", b""),
        (b" C \r\nD \t E\r\n\r\n\r\n", b" C\r\nD E\r\n"),  # RFC 6376, section 3.4.5
        (b"a", b"a\r\n"),
        (b"a  \t b\r\n \r\n", b"a b\r\n"),
    ],
)
def test_bodies_in_the_relaxed_form(body, said):
    assert relaxed_body(body) == said


def test_what_is_no_key_is_said():
    locked = pem(KEY, BestAvailableEncryption(b"x"))
    other = pem(ed25519.Ed25519PrivateKey.generate())
    for bad in (b"", b"secret", locked, other, pem(KEY).replace(b"M", b"N")):
        with pytest.raises(ValueError, match="DKIM key"):
            signer(bad, "me.example", "ink")
