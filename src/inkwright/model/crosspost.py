"""What taking a post to other platforms came to."""

from typing import Literal

from msgspec import Struct

from inkwright.model.site import Loss

CopyState = Literal["created", "updated", "unchanged", "failed", "uncertain"]
"""What became of one copy; `uncertain`: it may or may not be there, and the platform cannot tell."""


class Crosspost(Struct, frozen=True):
    """One platform's turn: what will not look there as at home, and what the writer should know of the platform."""

    platform: str
    label: str
    truth: str
    losses: tuple[Loss, ...] = ()


class CopyDone(Struct, frozen=True):
    """What became of a copy: its address, "" when there is none, and for a failure one sentence."""

    platform: str
    label: str
    state: CopyState
    url: str = ""
    said: str = ""
