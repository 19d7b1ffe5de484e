"""Blind comparison: a typed ranking -> places; all judgements -> how each name stands."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from inkwright.measure.intervals import wilson
from inkwright.model.comparison import Comparison, Standing
from inkwright.model.errors import UsageError

ENOUGH = 6
"""Judgements below which nothing is concluded. **Source:** own choice, as for posts (requirement MSR-4)."""


def places(typed: str, count: int) -> tuple[int, ...]:
    """The place (1 is best) of each of `count` texts from a ranking like "2 1 3" or "2 1=3", best first.

    Raises UsageError for a text that is missing, named twice or unknown.
    """
    groups = [re.split(r"\s*=\s*", part) for part in re.sub(r"\s*=\s*", "=", typed.strip()).replace(">", " ").split()]
    said = [text for group in groups for text in group]
    if sorted(said) != sorted(str(no) for no in range(1, count + 1)):
        every = " ".join(str(no) for no in range(count, 0, -1))
        raise UsageError(f"`{typed.strip()}` is no ranking of {count} texts", hint=f"Best first, each once: {every}.")
    found, place = {}, 1
    for group in groups:
        found.update(dict.fromkeys(group, place))
        place += len(group)
    return tuple(found[str(no)] for no in range(1, count + 1))


def standings(judged: Iterable[Comparison]) -> list[Standing]:
    """Every name that was judged, best share of pairs first, then by name; [] for no judgement.

    The interval is Wilson's over pairs. Pairs of one judgement are not independent, so with many texts at once it is
    a little too narrow.
    """
    won, lost, tied = Counter[str](), Counter[str](), Counter[str]()
    for one in judged:
        for (a, at_a), (b, at_b) in combinations(zip(one.names, one.ranks, strict=True), 2):
            if at_a == at_b:
                tied.update((a, b))
            else:
                won[a if at_a < at_b else b] += 1
                lost[b if at_a < at_b else a] += 1
    found = [_standing(name, won[name], lost[name], tied[name]) for name in {*won, *lost, *tied}]
    return sorted(found, key=lambda one: (-one.share, -one.pairs, one.name))


def _standing(name: str, won: int, lost: int, tied: int) -> Standing:
    pairs = won + lost + tied
    low, high = wilson(won + tied / 2, pairs)
    return Standing(name, pairs, won, lost, tied, round((won + tied / 2) / pairs, 4), round(low, 4), round(high, 4))
