"""What stands around a note that is shown within another, and how much of that one page has room for."""

from msgspec import Struct, field
from msgspec.structs import replace

from inkwright.model.document import Document
from inkwright.site.entry import Entry

MOST = 100
"""Notes shown in one page; further ones are links."""
LARGEST = 2_000_000
"""Characters of HTML that one page may grow to by what it embeds."""


class Room(Struct, eq=False):
    """What one page still has room for: notes, and characters of HTML."""

    left: int = MOST
    characters: int = LARGEST
    shown: int = 0

    def take(self, html: str) -> None:
        """Count a note that was shown."""
        self.characters -= len(html)


class Around(Struct, frozen=True, eq=False):
    """What a note is shown in: the notes and parts from the page inwards, and the room of the page."""

    notes: tuple[tuple[str, str], ...] = ()
    room: Room = field(default_factory=Room)

    def within(self, entry: Entry, part: str) -> "Around":
        """The same one step further in."""
        return replace(self, notes=(*self.notes, (entry.place, part)))


class Shown(Struct, frozen=True, eq=False):
    """A note to be shown in another: `document` is its text with just the blocks that were asked for; what is around
    it, and the prefix of its ids on the page."""

    entry: Entry
    document: Document
    around: Around
    prefix: str
