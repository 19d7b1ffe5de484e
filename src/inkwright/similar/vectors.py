"""Texts as vectors of weighted words, and how near two of them are."""

import math
from collections.abc import Callable, Mapping

Vector = Mapping[str, float]
"""Words with their weights, of length 1 or empty."""


def rarity(total: int, holding: float) -> float:
    """How much a word says that `holding` of `total` texts hold; at least 0.

    **Source:** inverse document frequency, Karen Spärck Jones, *A Statistical Interpretation of Term Specificity and
    Its Application in Retrieval* (1972), smoothed so that a word that every text holds says next to nothing.
    """
    return max(0.0, math.log((total + 1) / (holding + 0.5)))


def vector(counts: Mapping[str, int], weight: Callable[[str], float]) -> dict[str, float]:
    """Counts of words, damped by their logarithm, times what each word says, at length 1; empty for none that count."""
    weighted = {word: (1 + math.log(count)) * said for word, count in counts.items() if (said := weight(word)) > 0}
    length = math.sqrt(sum(value * value for value in weighted.values()))
    return {word: value / length for word, value in weighted.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1, 0 to 1; 0 for an empty one."""
    return product(one, other)


def product(one: Vector, other: Vector) -> float:
    """The sum of the products of two vectors of any length; 0 where they share no word."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(value * large[word] for word, value in small.items() if word in large)
