from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from msgspec.structs import replace

from inkwright.flows.newsletter_relay import KEY, PASSWORD, relay_of, signing_of
from inkwright.model.errors import UsageError
from inkwright.model.relay import Relay
from inkwright.model.settings import RelaySettings, Settings

USUAL = replace(Settings(), relay=RelaySettings(host="smtp.me.dev", user="ada"))
SIGNED = replace(Settings(), relay=RelaySettings(host="smtp.me.dev", dkim_domain="me.dev", dkim_selector="ink"))
PLAIN = b"From: ada@me.dev\r\nSubject: Hello\r\n\r\nHello\r\n"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inkwright.process.secrets.find_spec", lambda name: None)


def test_the_relay_has_its_password_from_the_environment() -> None:
    assert relay_of(USUAL, {PASSWORD: "secret"}) == Relay("smtp.me.dev", 587, "starttls", "ada", "secret")


def test_without_a_user_no_password_is_asked_for() -> None:
    open_ = replace(Settings(), relay=RelaySettings(host="localhost", port=25, security="none"))
    assert relay_of(open_, {PASSWORD: "secret"}) == Relay("localhost", 25, "none")


def test_what_is_missing_is_said() -> None:
    with pytest.raises(UsageError, match=r"\[relay\] host"):
        relay_of(Settings(), {})
    with pytest.raises(UsageError, match=PASSWORD):
        relay_of(USUAL, {})


def pem() -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_messages_are_signed_with_a_key_or_with_the_file_that_holds_it(tmp_path: Path) -> None:
    key = pem()
    (tmp_path / "key.pem").write_bytes(key)
    for written in (key.decode(), str(tmp_path / "key.pem")):
        sign = signing_of(SIGNED, {KEY: written})
        assert sign is not None
        assert sign(PLAIN).startswith(b"DKIM-Signature:")
    assert signing_of(USUAL, {KEY: key.decode()}) is None


@pytest.mark.parametrize("written", ["", "/nowhere/key.pem", "-----BEGIN PRIVATE KEY-----\nrubbish"])
def test_a_key_that_cannot_sign_is_one_sentence(written: str) -> None:
    with pytest.raises(UsageError, match=KEY) as caught:
        signing_of(SIGNED, {KEY: written})
    assert "rubbish" not in str(caught.value)
