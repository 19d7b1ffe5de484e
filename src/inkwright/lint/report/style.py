"""How a report may look: what a face knows about where its text goes. Not a format itself."""

from msgspec import Struct


class Style(Struct, frozen=True):
    """`colour`: escape codes may be used. `limit`: findings shown at most, 0 for all. `best`: of what does not block
    only so many findings are shown, 0 for all. Both keep those most worth it over all files. `compact`: a document on
    one line, for programs that read line by line. `adapt`: a text for people leaves out what is usual for the
    writer. `width`: columns that a line of it may take, 0 for any."""

    colour: bool = False
    limit: int = 0
    best: int = 0
    compact: bool = False
    adapt: bool = False
    width: int = 0
