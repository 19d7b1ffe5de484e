"""Pillars: the editorial themes of a blog, and what was written on each."""

from msgspec import Struct


class FiledPost(Struct, frozen=True):
    """A published post: its id, its pillar ("" for none), its words, its date (ISO, "" for none)."""

    id: str
    pillar: str
    words: int
    date: str


class PillarShare(Struct, frozen=True):
    """One pillar ("" for posts without one): its published posts, their words, its share of all words 0 to 1, the date
    of its last post ("" for none), and whether the settings declare it."""

    pillar: str
    posts: int
    words: int
    share: float
    last: str
    declared: bool
