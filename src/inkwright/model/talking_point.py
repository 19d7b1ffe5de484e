"""A sentence of a post worth talking about."""

from msgspec import Struct


class TalkingPoint(Struct, frozen=True):
    """A sentence of a post to talk about: its kind (finding, choice, number), path and 1-based line, and the anchor of
    the heading that it stands below ("" above the first)."""

    kind: str
    text: str
    path: str
    line: int
    anchor: str = ""
