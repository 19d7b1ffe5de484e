"""Ways of saying something as patterns, each with the words without which it cannot be there."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from inkwright.model.regex import regex

_EDGE = r"\b"
_INNER = regex(r"\\.|\[(?:\\.|[^\]\\])*\]|\([^()]*\)", re.S)
"""What is no choice of the pattern itself: escapes, classes, groups that hold no others."""
_LARGE = regex(r"\\.|[A-Z]+", re.S)


class Wording(NamedTuple):
    """A way to say something: one of `patterns` is found in a sentence, in lower case, that holds one of the words
    `cues` (`%` among them stands for the sign). `beside` are pieces of text of which each match holds one, so that a
    sentence without them is not searched; empty where every sentence with a cue is."""

    kind: str
    cues: frozenset[str]
    patterns: tuple[str, ...]
    beside: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """One pattern for texts in lower case, made when a first text holds a cue: all of them together take longer
        than a check."""
        return _compiled(self.patterns)


def any_of(words: str) -> str:
    """An alternation of the words of a text; `_` stands for white space, a star for any ending."""
    pieces = [word.replace("_", r"\s+").replace("*", r"\w*") for word in words.split()]
    return "(?:" + "|".join(sorted(pieces, key=len, reverse=True)) + ")"


def wording(kind: str, cues: str, *patterns: str) -> Wording:
    """A wording from its cues, with white space between them and the pieces of `beside` behind a `&`, and the patterns
    of which one must be found whatever the case of their letters."""
    words, _, beside = cues.partition(" & ")
    return Wording(kind, frozenset(words.split()), patterns, tuple(beside.split()))


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return regex("|".join(_joined(patterns)))


def _joined(patterns: tuple[str, ...]) -> Iterator[str]:
    """The patterns in their order, in lower case, those in a row that begin at the edge of a word behind one such edge:
    so most characters of a text cost one look, not one for each pattern."""
    for at_edge, group in groupby(patterns, _begins_at_edge):
        low = [_LARGE.sub(lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), one) for one in group]
        if at_edge:
            yield _EDGE + "(?:" + "|".join(one.removeprefix(_EDGE) for one in low) + ")"
        else:
            yield from (f"(?:{one})" for one in low)


def _begins_at_edge(pattern: str) -> bool:
    """Whether all that a pattern matches begins at the edge of a word."""
    outside, inside = _INNER.sub("", pattern.removeprefix(_EDGE)), pattern
    while outside != inside:
        outside, inside = _INNER.sub("", outside), outside
    return pattern.startswith(_EDGE) and "|" not in outside
