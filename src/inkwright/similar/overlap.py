"""Passages of one text that stand in another, word for word or with words swapped and dropped."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from inkwright.similar.words import is_content

SEED = 3
"""Words in a row from which a shared place is noticed."""
BAND = 16
"""Words that the two texts may have drifted apart within one passage."""
GAP = 6
"""Changed words in a row that a passage may hold."""
LONGEST = 1200
"""Words of a source that are aligned at a time."""
LEAST = 12
"""Words in common from which a passage is more than a phrase that anyone might write."""
CONTENT = 6
"""Of those, words that say something."""
SHARE = 0.68
"""Share of words in common. **Source:** measured on notes of the development corpus: passages with one word in six
changed stay above it, unrelated passages that share phrases below."""


class Overlap(NamedTuple):
    """Words `start` to `end` of the text are words `source_start` to `source_end` of the source but for changes;
    `shared` of them are the same."""

    start: int
    end: int
    source_start: int
    source_end: int
    shared: int


class Source:
    """A text in which passages are looked for, its word sequences indexed once."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._places: dict[tuple[str, ...], list[int]] = {}
        for at, gram in enumerate(zip(*(words[shift:] for shift in range(SEED)), strict=False)):
            self._places.setdefault(gram, []).append(at)

    def overlaps(self, words: Sequence[str]) -> list[Overlap]:
        """Every stretch of `words` that was taken from here, in reading order; empty when there is none."""
        seeds = [
            (at, place)
            for at, gram in enumerate(zip(*(words[shift:] for shift in range(SEED)), strict=False))
            for place in self._places.get(gram, ())[:8]
        ]
        found: list[Overlap] = []
        for low, high in _bands(seeds):
            begin, end = max(0, low - BAND), high + BAND
            found += [
                _shifted(overlap, begin)
                for overlap in _aligned(words, self.words[begin:end])
                if _counts(overlap, words)
            ]
        return _best(found)


def _bands(seeds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of the source around the diagonals that hold most seeds, at most three."""
    diagonals = Counter((place - at) // BAND for at, place in seeds)
    both = {diagonal: count + diagonals.get(diagonal + 1, 0) for diagonal, count in diagonals.items()}
    bands = []
    for diagonal, count in sorted(both.items(), key=lambda pair: (-pair[1], pair[0]))[:3]:
        places = [place for at, place in seeds if (place - at) // BAND in (diagonal, diagonal + 1)]
        if count >= 2:
            bands.append((min(places), min(max(places) + SEED, min(places) + LONGEST)))
    return bands


def _aligned(words: Sequence[str], source: Sequence[str]) -> list[Overlap]:
    """The two sequences aligned, cut where more than `GAP` words in a row differ."""
    blocks = SequenceMatcher(None, words, source, autojunk=False).get_matching_blocks()[:-1]
    runs: list[Overlap] = []
    for a, b, size in blocks:
        here = Overlap(a, a + size, b, b + size, size)
        if runs and a - runs[-1].end <= GAP and b - runs[-1].source_end <= GAP:
            last = runs[-1]
            runs[-1] = Overlap(last.start, here.end, last.source_start, here.source_end, last.shared + size)
        else:
            runs.append(here)
    return runs


def _counts(overlap: Overlap, words: Sequence[str]) -> bool:
    start, end, source_start, source_end, shared = overlap
    if shared < LEAST or shared < SHARE * max(end - start, source_end - source_start):
        return False
    return sum(map(is_content, set(words[start:end]))) >= CONTENT


def _shifted(overlap: Overlap, by: int) -> Overlap:
    return overlap._replace(source_start=overlap.source_start + by, source_end=overlap.source_end + by)


def _best(found: list[Overlap]) -> list[Overlap]:
    """Of overlaps that stand over each other the one with most in common."""
    kept: list[Overlap] = []
    for one in sorted(found, key=lambda overlap: (-overlap.shared, overlap)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)
