"""The model's server as the settings name it: whether it is ready to be asked, and at which address."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from inkwright.model.errors import UsageError
from inkwright.model.settings import CriticSettings

_OWN = (".localhost", ".local", ".lan", ".internal", ".home.arpa")
"""Ends of host names that are never public. **Source:** RFC 6761, RFC 6762, RFC 8375."""


def require_ready(settings: CriticSettings, key: str) -> None:
    """Raises UsageError that says what to set while the critic is off or what it would be asked with cannot be sent."""
    missing = [f"`{name}`" for name in ("url", "model") if not getattr(settings, name)]
    if missing:
        hint = (
            f"To turn it on, set {' and '.join(missing)} below [critic] in inkwright.toml; if the server wants a key, "
            f"put it into the environment variable {settings.key}."
        )
        raise UsageError("the critic is off", hint=hint)
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise UsageError(f"what {settings.key} holds is no key", hint="A key is one word of plain characters.")
    host, _ = host_and_port(settings)
    if settings.url.startswith("http:") and not _is_own(host):
        raise UsageError(
            f"`critic.url` would send your post to {host} for everybody on the way to read",
            hint="Write https:// there.",
        )


def address(settings: CriticSettings) -> str:
    """Where requests go: the server's address with the path of its interface, unless the setting has it already."""
    base = settings.url.rstrip("/")
    if settings.api == "anthropic":
        return base if base.endswith("/messages") else f"{base.removesuffix('/v1')}/v1/messages"
    return base if base.endswith("/chat/completions") else f"{base}/chat/completions"


def host_and_port(settings: CriticSettings) -> tuple[str, int]:
    """The server's host and port, which are what the writer allowed. Raises UsageError for an address that is none."""
    try:
        parts = urlsplit(settings.url)
        return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise UsageError("`critic.url` is no address", hint="It looks like http://localhost:11434/v1.") from None


def _is_own(host: str) -> bool:
    """Whether a host is this machine or one of a private network, as far as its name says so."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_OWN)
