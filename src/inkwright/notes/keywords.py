"""Phrases that people typed, held against one post: which it is about, and where it has their words."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from inkwright.model.demand import Demand, Sought
from inkwright.model.regex import regex
from inkwright.similar.stems import stems

ABOUT = 0.5
"""Share of a phrase's words that a post must be about. **Source:** own choice: of two words one, of three two."""
OPENING = 100
"""Words of the opening. **Source:** requirement SEO-4 (the keyword stands in the first 100 words)."""
_ASKS = regex(r"\s*(?:how|what|why|when|where|which|who|can|could|does|do|is|are|should|will)\b", re.I)
_ADDRESS = regex(r"https?://\S+")
_BESIDE = regex(rf"{_ADDRESS.pattern}|\(\d[^()]*\)")
"""What lists put beside a phrase: its address, a count in brackets."""


class PostWords(Struct, frozen=True):
    """The words of a post: its title, what else says what it is about (keyword, description, tags), its headings and
    its prose."""

    title: str
    about: str
    headings: tuple[str, ...]
    prose: str


def sought(rows: Iterable[Demand], post: PostWords) -> tuple[Sought, ...]:
    """The phrases that a post is about: those that it lacks first, then those that are wanted most; () for none."""
    places = _Places(post)
    found = [
        Sought(row, is_question(row), places.of(words))
        for row in rows
        if (words := frozenset(stems(_BESIDE.sub(" ", row.text)))) and places.about(words) >= ABOUT
    ]
    return tuple(sorted(found, key=lambda one: (bool(one.place), -one.demand.count, one.demand.text)))


def is_question(row: Demand) -> bool:
    """Whether a phrase asks something, as people type it: with or without its mark."""
    said = _BESIDE.sub(" ", row.text)
    return "?" in said or bool(_ASKS.match(said))


def to_answer(found: Sequence[Sought]) -> list[str]:
    """The questions among some phrases, a line each with the address where they were asked."""
    asked = (" ".join(_BESIDE.sub(" ", one.demand.text).split()) for one in found if one.question)
    urls = (_url(one.demand) for one in found if one.question)
    return [
        f"{said}{'' if said.endswith('?') else '?'}{f' {url}' if url else ''}"
        for said, url in zip(asked, urls, strict=True)
    ]


def _url(row: Demand) -> str:
    inside = _ADDRESS.search(row.text)
    return row.url or (inside[0] if inside else "")


class _Places:
    """The stems of a post, place by place."""

    def __init__(self, post: PostWords) -> None:
        self._title = frozenset(stems(post.title))
        self._headings = [frozenset(stems(one)) for one in post.headings]
        self._about = self._title.union(stems(post.about), *self._headings)
        self._opening = frozenset(stems(" ".join(post.prose.split()[:OPENING])))
        self._text = self._about.union(stems(post.prose))

    def about(self, words: frozenset[str]) -> float:
        """Share of some words that stand in the title, in a heading, or in what the post says of itself."""
        return len(words & self._about) / len(words)

    def of(self, words: frozenset[str]) -> str:
        """The first place that has all of some words."""
        if words <= self._title:
            return "title"
        if any(words <= heading for heading in self._headings):
            return "heading"
        return "opening" if words <= self._opening else "text" if words <= self._text else ""
