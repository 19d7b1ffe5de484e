"""What a misspelled word was meant to be: frequent words one slip away, or of the same sound."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from inkwright.lint.skeleton import frame, letters, skeleton
from inkwright.lint.spelling import FREQUENT, TOP_NAME, Words, words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOWELS = frozenset("aeiouy")
BY_SOUND = 7
"""Shortest word, in letters, that is also compared by its sound."""
LONG = 8
"""Letters from which on a word is so long that even a rare one, one slip away, must have been meant."""
FAR = 4.0
"""What it costs to have written a listed slip that is far from its word."""
_RARE = frozenset(b"56")
SLIPS = {skeleton: 3, frame: 2, letters: 4}
"""Most slips between a word and one that sounds like it, has its ends, or has its letters."""
SHOWN = 3
"""Most suggestions given."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = frozenset(
    pair
    for row, below in zip(_ROWS, (*_ROWS[1:], ""), strict=True)
    for at, key in enumerate(row)
    for other in (row[at + 1 : at + 2], below[at : at + 1], below[max(at - 1, 0) : at])
    for pair in (key + other, other + key)
)
"""Pairs of letters whose keys lie beside each other on a QWERTY keyboard."""
_SWAPS = {
    letter: {
        other: 1.0 if letter in VOWELS and other in VOWELS else 1.5 if letter + other in _NEAR else 3.0
        for other in LETTERS
        if other != letter
    }
    for letter in LETTERS + "'"
}
"""What it costs to have typed a letter instead of another."""
_CAPITAL = TOP_NAME[0]


class Meant(NamedTuple):
    """A word that may have been meant: `cost` grows with how odd the slip is, `kind` is the word's class."""

    cost: float
    kind: int
    word: str


@lru_cache(maxsize=20_000)
def meant(word: str) -> tuple[Meant, ...]:
    """The words that an unknown one, in lower case, may stand for, likeliest first; none for most names."""
    dictionary = words()
    costs = _one_slip(word, dictionary)
    near = dictionary.kinds(costs)
    best = {other: Meant(costs[other], kind, other) for other, kind in near.items() if kind in FREQUENT}
    if not best and len(word) >= BY_SOUND:
        best = {found.word: found for found in _alike(word, dictionary)}
    if not best and len(word) >= LONG:
        best = {other: Meant(costs[other], kind, other) for other, kind in near.items() if kind in _RARE}
    if not best and (listed := dictionary.slips.get(word)):
        best = {listed: Meant(FAR, dictionary.kind(listed), listed)}
    return tuple(sorted(best.values(), key=lambda found: (found.cost + _rarity(found.kind), found.word)))[:SHOWN]


def shown(found: Meant, written: str) -> str:
    """A suggestion with the capital that its own spelling or the word as written asks for."""
    return found.word.capitalize() if written[:1].isupper() or found.kind == _CAPITAL else found.word


def _rarity(kind: int) -> float:
    return 1.0 if kind in (_CAPITAL, 0) else (kind - ord("1")) * 0.75


def _one_slip(word: str, dictionary: Words) -> dict[str, float]:
    """Texts one slip away with their cost: two letters swapped, one too many, one missing, one for another. Those with
    a letter that never stands between its neighbours are left out: most of five hundred."""
    costs: dict[str, float] = {}
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        first = 0.0 if left else 1.5
        before, here, rest = left[-1:], right[:1], right[1:]
        near = left[-2:] if at > 1 else " " + left
        for letter in dictionary.fitting(near, here or " "):
            cost = (1 if letter in (before, here) else 2) + first
            other = left + letter + right
            costs[other] = min(cost, costs.get(other, cost))
        if not here:
            continue
        swaps = _SWAPS[here]
        for letter in swaps.keys() & dictionary.fitting(near, rest[:1] or " "):
            costs[left + letter + rest] = swaps[letter] + first
        cost = (1 if before == here else 2) + first
        costs[left + rest] = min(cost, costs.get(left + rest, cost))
        if rest[:1] not in ("", here):
            costs[left + rest[0] + here + rest[1:]] = 1 + first
    return costs


def _alike(word: str, dictionary: Words) -> Iterator[Meant]:
    for by, slips in SLIPS.items():
        for other in dictionary.alike(by(word)):
            if abs(len(other) - len(word)) <= slips and other[0] == word[0] and distance(word, other) <= slips:
                yield Meant(distance(word, other), dictionary.kind(other), other)


def distance(a: str, b: str) -> int:
    """The number of slips between two words: letters swapped, added, left out or changed.

    **Source:** optimal string alignment, the restricted Damerau-Levenshtein distance.
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]
