"""The relay that the settings name, with its password; and what signs messages, where we sign them ourselves."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

from inkwright.model.errors import UsageError
from inkwright.model.relay import Relay
from inkwright.model.settings import Settings
from inkwright.net.smtp import Line
from inkwright.newsletter.dkim import signer
from inkwright.process.secrets import secret

PASSWORD = "INKWRIGHT_SMTP_PASSWORD"
KEY = "INKWRIGHT_DKIM_KEY"


def relay_of(settings: Settings, environment: Mapping[str, str]) -> Relay:
    """Where mail is handed in. Raises UsageError that says which setting or password is missing."""
    given = settings.relay
    if not given.host:
        hint = 'Set [relay] host = "smtp.example.com" in inkwright.toml.'
        raise UsageError("nothing can be sent without a relay", hint=hint)
    password = secret(PASSWORD, environment) if given.user else ""
    if given.user and not password:
        hint = f"Put it into the environment as {PASSWORD}, or into the keyring: keyring set inkwright {PASSWORD}."
        raise UsageError(f"the relay {given.host} asks {given.user} for a password", hint=hint)
    return Relay(given.host, given.port, given.security, given.user, password)  # type: ignore[arg-type]


def reach(relay: Relay) -> None:
    """Open a line to the relay and close it. Raises NetError that says why nothing could be sent."""

    async def once() -> None:
        line = Line(relay)
        await line.open()
        await line.close()

    asyncio.run(once())


def signing_of(settings: Settings, environment: Mapping[str, str]) -> Callable[[bytes], bytes] | None:
    """What signs a message by DKIM, None when that is left to the relay. Raises UsageError for a key that is missing
    or unusable."""
    pem = dkim_pem(settings, environment)
    try:
        return signer(pem, settings.relay.dkim_domain, settings.relay.dkim_selector) if pem else None
    except ValueError as error:
        raise UsageError(f"{KEY} cannot sign: {error}", hint=_HINT) from error


def dkim_pem(settings: Settings, environment: Mapping[str, str]) -> bytes:
    """The private key that messages are signed with, b"" when that is left to the relay. Raises UsageError for one that
    is missing."""
    if not settings.relay.dkim_domain:
        return b""
    written = secret(KEY, environment)
    if not written:
        said = f"messages are to be signed for {settings.relay.dkim_domain}, but {KEY} is missing"
        raise UsageError(said, hint=_HINT)
    try:
        return written.encode() if written.lstrip().startswith("-----") else Path(written).expanduser().read_bytes()
    except OSError as error:
        raise UsageError(f"the file that {KEY} names cannot be read ({error.strerror})", hint=_HINT) from error


_HINT = f"{KEY} holds a private RSA key in PEM, or the path of its file."
