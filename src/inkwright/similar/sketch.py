"""Texts by the few words that say most, each weighed by a background that is the same for every text: what makes two
texts alike is then a matter of these two alone, and a new text changes nothing between others.

The words of a text, and how much each says, are the caller's.
"""

import math
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from inkwright.similar.stems import stem
from inkwright.similar.vectors import Vector
from inkwright.similar.words import STOP

WORDS = 24
"""Words of a sketch. **Source:** `scripts/related_figures.py pages`: more find a little more and take much longer."""
TITLE = 5
"""Times that a word of the title counts."""
REACH = 300
"""Texts before and after one, in the order given, that it is compared with: among thousands the time would grow with
their square."""


class Background:
    """What each word says, asked once. `says(word)` is 0 or more for a word in lower case."""

    def __init__(self, says: Callable[[str], float]) -> None:
        self._says = says
        self._known: dict[str, tuple[str, float]] = {}

    def sketch(self, words: Iterable[str], title: Iterable[str]) -> dict[str, float]:
        """The strongest stems of a text with their share of its length 1; empty for a text without words that say
        anything. Words are in lower case, in any order."""
        counts = Counter(words)
        for word in title:
            counts[word] += TITLE
        times: dict[str, int] = {}
        weight: dict[str, float] = {}
        known = self._known
        for word, count in counts.items():
            short, said = known.get(word) or self._learnt(word)
            if said:
                if short in times:
                    times[short] += count
                    weight[short] = min(said, weight[short])
                else:
                    times[short], weight[short] = count, said
        strongest = sorted([(-(1 + math.log(count)) * weight[short], short) for short, count in times.items()])
        length = math.sqrt(sum([value * value for value, _ in strongest]))
        return {short: -value / length for value, short in strongest[:WORDS]}

    def _learnt(self, word: str) -> tuple[str, float]:
        known = self._known[word] = (stem(word), 0.0 if len(word) < 2 or word in STOP else self._says(word))
        return known


Near = tuple[float, int]
"""Likeness, negative so that the best comes first, and the number of a text."""


def nearest(sketches: Sequence[Vector], least: float, most: int) -> list[list[Near]]:
    """For each text the others that are most like it, best first: at most so many, none whose likeness is below
    `least`. Equal ones come in the order given."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: list[list[Near]] = [[] for _ in sketches]
    for no, sketch in enumerate(sketches):
        score: dict[int, float] = defaultdict(float)
        for word, value in sketch.items():
            before = places[word]
            for other, weight in _within(before, no - REACH):
                score[other] += value * weight
            before.append((no, value))
        for other, value in score.items():
            if value >= least:
                _take(found[no], (-value, other), most)
                _take(found[other], (-value, no), most)
    return found


def _take(best: list[Near], near: Near, most: int) -> None:
    """Put one into its place among the best, of which there are at most so many."""
    if len(best) < most or near < best[-1]:
        insort(best, near)
        del best[most:]


def nearest_again(
    before: Sequence[list[Near]], changed: Iterable[int], sketch: Callable[[int], Vector], least: float, most: int
) -> dict[int, list[Near]]:
    """What `nearest` gives after the sketches of some texts changed, from what it gave before: the lists that may be
    others now, by the number of their text."""
    found: dict[int, list[Near]] = {}
    changed = sorted(set(changed))
    again = set(changed)

    @cache
    def alike(first: int, second: int) -> float:
        return likeness(sketch(second), sketch(first))

    def near(one: int, other: int) -> Near:
        return -(alike(one, other) if one < other else alike(other, one)), other

    def around(one: int) -> Iterable[int]:
        return (no for no in range(max(0, one - REACH), min(len(before), one + REACH + 1)) if no != one)

    for one in changed:
        for other in around(one):
            if other not in again:
                had = found[other] if other in found else before[other]
                renewed = _renewed(had, near(other, one), least, most)
                if renewed is None:
                    again.add(other)
                elif renewed is not had:
                    found[other] = renewed
    for one in again:
        found[one] = sorted([got for got in (near(one, other) for other in around(one)) if -got[0] >= least])[:most]
    return found


def _renewed(best: list[Near], now: Near, least: float, most: int) -> list[Near] | None:
    """The best of a text when one of all others is so near now; None where one that is not among them may follow."""
    fits, had = -now[0] >= least, next((known for known in best if known[1] == now[1]), None)
    if had is None:
        if not fits or (len(best) == most and now > best[-1]):
            return best
    elif len(best) == most and not (fits and now <= best[-1]):
        return None
    return sorted([*(known for known in best if known is not had), *([now] if fits else ())])[:most]


def _within(places: list[tuple[int, float]], first: int) -> Sequence[tuple[int, float]]:
    """Those of some places, in ascending order, from a number on."""
    if not places or places[0][0] >= first:
        return places
    at = len(places)
    while at and places[at - 1][0] >= first:
        at -= 1
    return places[at:]


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two sketches are alike, 0 to 1: what `nearest` compares."""
    return sum([value * other[word] for word, value in one.items() if word in other])
