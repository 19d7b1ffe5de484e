"""What a note says, taken apart for an outline: its points, and where in a post each was put."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """What a point shows of itself: `name` as templates call it, `strength` 0 to 2, `seen` the words that show it."""

    name: str
    strength: float
    seen: str


@dataclass(frozen=True, slots=True)
class Raw:
    """A text that an outline is made from: `note` as a link names it ("" for a captured line), where it stands, and
    the words in full, without front matter. `paper` for what somebody else found, `url` its address or ""."""

    note: str
    path: str
    line: int
    title: str
    text: str
    paper: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a note says, on one line and in the note's own words; `line` is 1-based in the note's file,
    `heading` the heading it stands under there."""

    text: str
    note: str
    path: str
    line: int
    signs: tuple[Sign, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A point with the key of the section it was put into, "" for none, and the reason in plain words."""

    point: Point
    section: str
    why: str


@dataclass(frozen=True, slots=True)
class Layout:
    """An outline laid out from notes: `placed` in the order of the sections, `left` what no section took, in the order
    of the notes; `cut` counts the points that stay in the notes."""

    placed: tuple[Placed, ...]
    left: tuple[Placed, ...]
    cut: int = 0
