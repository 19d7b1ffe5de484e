"""Ways of saying something as patterns, each with the words without which it cannot be there."""

import re
from functools import cache
from typing import NamedTuple


class Wording(NamedTuple):
    """A way to say something: `source` is a pattern for sentences that hold one of the words `cues` (`%` among them
    stands for the sign)."""

    kind: str
    cues: frozenset[str]
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made when a first text holds a cue: all of them together take longer than a check."""
        return _compiled(self.source)


def any_of(words: str) -> str:
    """An alternation of the words of a text; `_` stands for white space, a star for any ending."""
    pieces = [word.replace("_", r"\s+").replace("*", r"\w*") for word in words.split()]
    return "(?:" + "|".join(sorted(pieces, key=len, reverse=True)) + ")"


def wording(kind: str, cues: str, *patterns: str) -> Wording:
    """A wording from its cues, with white space between them, and the patterns of which one must be found."""
    return Wording(kind, frozenset(cues.split()), "|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.I)
