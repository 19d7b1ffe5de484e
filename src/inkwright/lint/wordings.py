"""Ways of saying something as patterns, each with the words without which it cannot be there."""

import re
from typing import NamedTuple


class Wording(NamedTuple):
    """A way to say something: `pattern` is tried on the sentences of passages that hold one of the words `cues`."""

    kind: str
    cues: frozenset[str]
    pattern: re.Pattern[str]


def any_of(words: str) -> str:
    """An alternation of the words of a text; `_` stands for white space, a star for any ending."""
    pieces = [word.replace("_", r"\s+").replace("*", r"\w*") for word in words.split()]
    return "(?:" + "|".join(sorted(pieces, key=len, reverse=True)) + ")"


def wording(kind: str, cues: str, *patterns: str) -> Wording:
    """A wording from its cues, with white space between them, and the patterns of which one must be found."""
    pattern = re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)
    return Wording(kind, frozenset(cues.split()), pattern)
