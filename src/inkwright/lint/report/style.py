"""How a report may look: what a face knows about where its text goes. Not a format itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """`colour`: escape codes may be used. `limit`: findings shown at most, 0 for all. `by_value`: gravest and most
    rewarding findings first instead of document order. `best`: of what does not block only so many findings are shown,
    those most worth it over all files; 0 for all."""

    colour: bool = False
    limit: int = 0
    by_value: bool = False
    best: int = 0
