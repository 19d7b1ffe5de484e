"""What a picture's file says beside the picture."""

from typing import Literal

from msgspec import Struct

TraceKind = Literal["place", "person", "device", "text"]


class Trace(Struct, frozen=True):
    """One thing that a picture's file says: where it was taken, who made it, which device (a serial number, not a
    model), or any other text. `name` is the field as its format calls it, `value` its text, "" where only its presence
    counts."""

    kind: TraceKind
    name: str
    value: str = ""
