"""A post at several times, in figures."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field


class Counts(Struct, frozen=True):
    """A text in figures: words and sentences of prose, words a sentence, paragraphs, headings, fences, links."""

    words: int
    sentences: int
    mean_sentence: float
    paragraphs: int
    headings: int
    fences: int
    links: int


class Version(Struct, frozen=True):
    """One version of a post: a draft that was ended, a commit, or the file as it is now. `name` is what `--from` takes
    ("now" for the file), `date` ISO, `rules` counts the findings of each rule as it is checked today."""

    kind: Literal["draft", "commit", "now"]
    name: str
    date: str
    counts: Counts
    rules: Mapping[str, int] = field(default_factory=dict)
