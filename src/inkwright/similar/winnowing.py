"""Fingerprints of a text: a few hashes of word sequences, the same ones wherever the same passage stands.

**Source:** Saul Schleimer, Daniel S. Wilkerson, Alex Aiken, *Winnowing: Local Algorithms for Document Fingerprinting*
(SIGMOD 2003): of every window of hashes the smallest is kept, so that two texts that share `SIZE + WINDOW - 1` words
in a row share a fingerprint. Here the units are content words, so that a changed "the" changes nothing.
"""

from collections.abc import Iterable
from zlib import crc32

from inkwright.similar.words import STOP

SIZE = 3
"""Content words in a sequence that is hashed."""
WINDOW = 2
"""Hashes of which one is kept."""
_MASK = 0xFFFFFFFF
_A, _B = 0x9E3779B1, 0x85EBCA6B


def fingerprints(words: Iterable[str], hashes: dict[str, int] | None = None) -> frozenset[int]:
    """The fingerprints of a sequence of words, 32 bits each, the same in every process; empty for a short one.

    `hashes` remembers what each word hashes to, for a caller with many texts.
    """
    known = {} if hashes is None else hashes
    units: list[int] = []
    for word in words:
        unit = known.get(word)
        if unit is None:
            unit = known[word] = -1 if word in STOP else crc32(word.encode())
        if unit >= 0:
            units.append(unit)
    grams = [(a * _A + b * _B + c) & _MASK for a, b, c in zip(units, units[1:], units[2:], strict=False)]
    if len(grams) < WINDOW:
        return frozenset(grams)
    return frozenset(map(min, grams, grams[1:]))
