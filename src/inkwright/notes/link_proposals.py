"""Where a text could link to another: the words of its prose that name what the other is about. Nothing is written."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from inkwright.model.regex import regex
from inkwright.similar.stems import WORD, stem
from inkwright.similar.words import STOP, plain

LEAST = 2
"""Words of the other's title that must stand close together; one is enough for a title of one word."""
REACH = 8
"""Words over which they may be spread."""
SHARE = 0.5
"""Share of the title's weight that they must carry."""
_LINKED = regex(r"!?\[\[[^\[\]\n]*\]\]|!?\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_SKIPPED = regex(r"[ \t]*(?:#{1,6}[ \t]|\||\[[^\]\n]+\]:)")


class Place(NamedTuple):
    """Words that could carry a link: their 1-based line, themselves, and what they say in all."""

    line: int
    words: str
    weight: float


def best_place(text: str, title: Collection[str], weight: Mapping[str, float]) -> Place | None:
    """The stretch of prose that shares most with a title, given as stems; None where no words do.

    Headings, tables, code and what is a link already are left out. `weight` says what each stem counts.
    """
    wanted = {word for word in title if weight.get(word, 0.0) > 0}
    least = min(LEAST, len(wanted))
    enough = SHARE * sum(weight[word] for word in wanted)
    best: Place | None = None
    shown = plain(_LINKED.sub(lambda link: " " * len(link[0]), text))
    at = 0
    for number, source in enumerate(text.split("\n"), 1):
        line = shown[at : at + len(source)]
        at += len(source) + 1
        if wanted and not _SKIPPED.match(source):
            place = _in_line(line, source, number, wanted, weight, least)
            if place and place.weight >= enough and (best is None or place.weight > best.weight):
                best = place
    return best


def _in_line(
    line: str, source: str, number: int, wanted: set[str], weight: Mapping[str, float], least: int
) -> Place | None:
    words = [
        (at, found.start(), found.end(), stem(found[0].strip("_").lower()))
        for at, found in enumerate(WORD.finditer(line))
    ]
    held = [word for word in words if word[3] in wanted and source[word[1] : word[2]].lower() not in STOP]
    best: Place | None = None
    for first, start in enumerate(held):
        near = [word for word in held[first:] if word[0] - start[0] < REACH]
        said = {word[3] for word in near}
        if len(said) >= least:
            value = sum(weight[word] for word in said)
            if best is None or value > best.weight:
                best = Place(number, source[start[1] : near[-1][2]], value)
    return best
