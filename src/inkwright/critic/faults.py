"""What a failed connection means for somebody who asked the critic. The server's own words are never repeated."""

from inkwright.critic.endpoint import address
from inkwright.model.errors import InkwrightError, NetError
from inkwright.model.settings import CriticSettings

_START = "Is the server running, and is [critic] url right?"
_SAID: dict[str, tuple[str, str]] = {
    "offline": ("INKWRIGHT_OFFLINE is set, so nothing is sent", "Unset it to ask the critic."),
    "refused-address": ("this address may not be asked", "Mend [critic] url."),
    "dns": ("there is no host of that name", "Mend [critic] url, or look at your network."),
    "connect": ("nobody answers there", _START),
    "tls": ("no safe connection can be made", "Is it https that the server speaks?"),
    "issuer": ("this system does not know who signed the server's certificate", "Install that certificate first."),
    "too-large": ("the answer is longer than any list of questions", "Is it a model's server? Look at [critic] url."),
    "too-many-redirects": ("the server sends us in circles", "Put the final address into [critic] url."),
    "protocol": ("no proper answer came", _START),
}


def told(error: NetError, settings: CriticSettings) -> InkwrightError:
    """The sentence for a failure of the network, with the address and what to do."""
    if error.kind == "timeout":
        said, hint = (
            f"no answer within {settings.timeout:g} seconds",
            "Raise `critic.timeout`, or take a smaller model.",
        )
    else:
        said, hint = _SAID.get(error.kind, _SAID["protocol"])
    return InkwrightError(f"the critic could not be asked: {said}", path=address(settings), hint=hint)
