"""What comes of taking a post somewhere else: what was written, what does not look there as it does at home."""

from msgspec import Struct

from inkwright.model.export import Exported
from inkwright.model.site import Loss


class Exchanged(Struct, frozen=True):
    """A post written for another tool: its files, what was lost on the way, and what to set there as (construct, what
    to do)."""

    files: Exported
    losses: tuple[Loss, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    folder: str = ""
