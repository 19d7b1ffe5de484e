"""Pillars: the editorial themes of a blog, and what was written on each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FiledPost:
    """A published post: its id, its pillar ("" for none), its words, its date (ISO, "" for none)."""

    id: str
    pillar: str
    words: int
    date: str


@dataclass(frozen=True, slots=True)
class PillarShare:
    """One pillar ("" for posts without one): its published posts, their words, its share of all words 0 to 1, the date
    of its last post ("" for none), and whether the settings declare it."""

    pillar: str
    posts: int
    words: int
    share: float
    last: str
    declared: bool
