"""Whether the network may be used, and whether there is one."""

import os
from collections.abc import Callable, Sequence

from inkwright.model.errors import NetError

VARIABLE = "INKWRIGHT_OFFLINE"
CONTROL = "example.com"
"""A name that always exists. **Source:** RFC 2606, section 3; IANA keeps it registered."""


def refuse_when_offline(url: str) -> None:
    """Raises NetError "offline" when the user forbade the network by `INKWRIGHT_OFFLINE=1`."""
    if forbidden():
        raise NetError(
            "offline", f"{VARIABLE} is set, so nothing is asked", url=url, hint="Unset it to use the network."
        )


def forbidden() -> bool:
    """Whether the user forbade the network."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def no_network(resolve: Callable[[str, int], Sequence[str]]) -> bool:
    """Whether there is no network to use: forbidden, or not even a name that always exists is found."""
    if forbidden():
        return True
    try:
        return not resolve(CONTROL, 443)
    except OSError:
        return True
