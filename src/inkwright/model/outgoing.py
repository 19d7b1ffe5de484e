"""Mail besides the issues: what is to go out once, and how far it is."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field


class Outgoing(Struct, frozen=True):
    """Something that was taken out of the outbox to be dealt with. `subscriber` is None where it belongs to no reader
    yet; `attempts` counts this one, and whoever takes the same thing later has a higher number."""

    id: int
    kind: str
    subscriber: int | None
    attempts: int
    payload: Mapping[str, Any] = field(default_factory=dict)
