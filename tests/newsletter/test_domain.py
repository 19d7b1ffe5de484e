import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.domain import alignment, dkim, dmarc, same_house, spf

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PEM = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
NAME = "ink._domainkey.me.dev"


def public(key) -> str:
    return base64.b64encode(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


def of(name, *records):
    return lambda asked: list(records) if asked == name else []


@pytest.mark.parametrize(
    ("records", "state", "said"),
    [
        (["v=spf1 include:_spf.relay.example ~all"], "ok", "not checkable here"),
        (["v=spf1 mx -all", "google-site-verification=x"], "ok", "v=spf1 mx -all"),
        (["V=SPF1 ip4:192.0.2.1 ?all"], "ok", ""),
        ([], "problem", "names no machines"),
        (["spf1 all"], "problem", "names no machines"),
        (["v=spf1 -all", "v=spf1 mx -all"], "problem", "voids"),
        (["v=spf1 +all"], "problem", "every machine"),
        (["v=spf1 all"], "problem", "every machine"),
        (["v=spf1 mx"], "problem", "no end"),
        (["v=spf1 redirect=_spf.relay.example"], "ok", ""),
        (["v=spf1 " + "a:x.example " * 11 + "-all"], "problem", "11 others"),
    ],
)
def test_spf(records, state, said) -> None:
    found = spf("me.dev", of("me.dev", *records))
    assert found.state == state
    assert said in found.detail


def test_spf_counts_what_the_records_that_it_includes_ask_for() -> None:
    records = {
        "me.dev": ["v=spf1 include:a.example include:b.example ~all"],
        "a.example": ["v=spf1 include:c.example mx a exists:%{i}.x ~all"],
        "b.example": ["v=spf1 " + "a:x.example " * 6 + "~all"],
        "c.example": ["v=spf1 include:a.example ~all"],
    }
    found = spf("me.dev", lambda name: records.get(name, []))
    assert "asks for 13 others" in found.detail


def test_dkim() -> None:
    assert dkim("me.dev", "ink", of(NAME, f"v=DKIM1; k=rsa; p={public(KEY)}"), PEM).state == "ok"
    split = f"v=DKIM1; p={public(KEY)[:100]} {public(KEY)[100:]}"
    assert "2048 bits and fits" in dkim("me.dev", "ink", of(NAME, split), PEM).detail
    other = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    assert "not that of" in dkim("me.dev", "ink", of(NAME, f"p={public(other)}"), PEM).detail
    assert "2048 are asked for" in dkim("me.dev", "ink", of(NAME, f"p={public(other)}")).detail
    small = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    assert dkim("me.dev", "ink", of(NAME, f"p={public(small)}")).state == "ok"


def test_dkim_ed25519() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    raw = base64.b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    assert "an Ed25519 key and fits" in dkim("me.dev", "ink", of(NAME, f"k=ed25519; p={raw}"), pem).detail


@pytest.mark.parametrize(
    ("record", "said"),
    [("p=", "revoked"), ("p=nonsense", "cannot be read"), ("p=AAAA", "cannot be read"), ("v=spf1 -all", "no key at")],
)
def test_dkim_that_does_not_help(record, said) -> None:
    found = dkim("me.dev", "ink", of(NAME, record))
    assert (found.state, said in found.detail) == ("problem", True)


def test_dkim_of_a_relay_is_not_known_here() -> None:
    assert dkim("", "", of(NAME)).state == "unknown"


@pytest.mark.parametrize(
    ("name", "record", "state", "strict"),
    [
        ("_dmarc.me.dev", "v=DMARC1; p=none; rua=mailto:a@me.dev", "ok", (False, False)),
        ("_dmarc.me.dev", "v=DMARC1; p=reject; adkim=s; aspf=s", "ok", (True, True)),
        ("_dmarc.dev", "v=DMARC1; p=reject", "problem", (False, False)),
        ("_dmarc.me.dev", "v=DMARC1", "problem", (False, False)),
        ("_dmarc.me.dev", "p=reject", "problem", (False, False)),
    ],
)
def test_dmarc(name, record, state, strict) -> None:
    found, asked = dmarc("me.dev", of(name, record))
    assert (found.state, asked) == (state, strict)


def test_dmarc_of_the_domain_above() -> None:
    found, _ = dmarc("letters.me.dev", of("_dmarc.me.dev", "v=DMARC1; p=reject; sp=quarantine"))
    assert "`quarantine`" in found.detail


@pytest.mark.parametrize(
    ("sender", "returns", "signs", "strict", "state"),
    [
        ("me.dev", "me.dev", "", (False, False), "ok"),
        ("me.dev", "bounce.me.dev", "", (False, False), "ok"),
        ("me.dev", "bounce.me.dev", "", (False, True), "unknown"),
        ("me.dev", "relay.example", "", (False, False), "unknown"),
        ("me.dev", "relay.example", "me.dev", (True, True), "ok"),
        ("me.dev", "relay.example", "relay.example", (False, False), "problem"),
        ("me.dev", "notme.dev", "", (False, False), "unknown"),
    ],
)
def test_alignment(sender, returns, signs, strict, state) -> None:
    assert alignment(sender, returns, signs, strict).state == state


def test_one_house() -> None:
    assert same_house("Me.dev", "me.dev.", strict=True)
    assert not same_house("me.dev", "a.me.dev", strict=True)
    assert not same_house("some.dev", "me.dev")


@given(st.lists(st.text(max_size=60), max_size=4))
def test_whatever_stands_there_is_judged_and_not_stumbled_over(records: list[str]) -> None:
    for prefix in ("", "v=spf1 ", "v=DKIM1; p=", "v=DMARC1; p="):
        given_ = [prefix + record for record in records]
        spf("me.dev", lambda name, kept=given_: kept)
        dkim("me.dev", "ink", lambda name, kept=given_: kept)
        dmarc("me.dev", lambda name, kept=given_: kept)
