"""What a note says, taken apart for an outline: its points, and where in a post each was put."""

from msgspec import Struct


class Sign(Struct, frozen=True):
    """What a point shows of itself: `name` as templates call it, `strength` 0 to 2, `seen` the words that show it."""

    name: str
    strength: float
    seen: str


class Raw(Struct, frozen=True):
    """A text that an outline is made from: `note` as a link names it ("" for a captured line), where it stands, and
    the words in full, without front matter. `paper` for what somebody else found, `url` its address or ""."""

    note: str
    path: str
    line: int
    title: str
    text: str
    paper: bool = False
    url: str = ""


class Point(Struct, frozen=True):
    """One thing that a note says, on one line and in the note's own words; `line` is 1-based in the note's file,
    `heading` the heading it stands under there."""

    text: str
    note: str
    path: str
    line: int
    signs: tuple[Sign, ...] = ()
    heading: str = ""


class Placed(Struct, frozen=True):
    """A point with the key of the section it was put into, "" for none, and the reason in plain words."""

    point: Point
    section: str
    why: str


class Layout(Struct, frozen=True):
    """An outline laid out from notes: `placed` in the order of the sections, `left` what no section took, in the order
    of the notes; `cut` counts the points that stay in the notes."""

    placed: tuple[Placed, ...]
    left: tuple[Placed, ...]
    cut: int = 0
