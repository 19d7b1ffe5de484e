"""The writer's accounts on other platforms: what each asks for, and that it goes to nobody else."""

from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import urlsplit

from inkwright.model.errors import UsageError
from inkwright.net.addresses import host_and_port
from inkwright.platforms.writing.copies import Account
from inkwright.process.secrets import secret


class Asks(Protocol):
    """What wants an account: its label, the names of what it asks for and may ask for, and its server."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def asks(self) -> tuple[tuple[str, str], ...]:
        """Each environment variable that it needs, with what that holds."""

    @property
    def may_ask(self) -> tuple[tuple[str, str], ...]:
        """The same for those that may be left out."""

    @property
    def server(self) -> Callable[[Account], str]:
        """The address that its requests go to."""


_HERE = ("localhost", "127.0.0.1", "::1")


def account_of(platform: Asks, environment: Mapping[str, str]) -> Account:
    """What the platform asks for, from the environment or the keyring. Raises UsageError that names what is missing,
    and for a server that everybody on the way could listen to."""
    found = {name: secret(name, environment) for name, _ in (*platform.asks, *platform.may_ask)}
    missing = [(name, what) for name, what in platform.asks if not found[name]]
    if missing:
        named = ", ".join(f"{name} ({what})" for name, what in missing)
        ring = f"with inkwright[keyring] into the system's keyring: `keyring set inkwright {missing[0][0]}`"
        hint = f"Put it into the environment, or {ring}."
        raise UsageError(f"{platform.label} needs {named}", hint=hint)
    for name, value in found.items():
        if value and not (value.isascii() and value.isprintable()):
            raise UsageError(f"what {name} holds cannot be sent", hint="It must be plain characters.")
    account = {name: value for name, value in found.items() if value}
    url = platform.server(account)
    if not url.startswith("https://") and (urlsplit(url).hostname or "") not in _HERE:
        raise UsageError(f"{platform.label} would get its key over an open line", hint="Give an address with https://.")
    return account


def allowed(platform: Asks, account: Account) -> str:
    """The host and port that the writer chose, as the guarded client names them."""
    parts = urlsplit(platform.server(account))
    return host_and_port(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
