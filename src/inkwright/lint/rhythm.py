"""How long the sentences of a stretch of text are, and how much that varies."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from statistics import fmean, pstdev
from typing import NamedTuple

from inkwright.lint.tokens import Tokens, count_words, judged
from inkwright.model.document import Document, Passage
from inkwright.model.span import Span


class Stretch(NamedTuple):
    """The running text between two headings or blocks of code: its first sentence, and the words of each of its
    sentences."""

    first: Span
    lengths: tuple[int, ...]


def stretches(document: Document) -> Iterator[Stretch]:
    """The running text of each section in reading order; sections without any are left out. A section with code in
    it makes several, for the code is a pause of its own."""
    codes = [block.span.start for block in document.of_kind("code")]
    first: Span | None = None
    lengths: list[int] = []
    passed = 0
    for held, counted in judged(document, _lengths):
        passage = held.passage
        shown = bisect_left(codes, passage.span.start) if codes else 0
        if passage.kind == "heading" or shown > passed:
            if first is not None:
                yield Stretch(first, tuple(lengths))
            first, lengths = None, []
        passed = shown
        if passage.kind == "paragraph":
            first = first or passage.sentences[0]
            lengths += counted
    if first is not None:
        yield Stretch(first, tuple(lengths))


def _lengths(held: Tokens) -> list[int]:
    return sentence_lengths([held.passage]) if held.passage.kind == "paragraph" else []


def sentence_lengths(passages: Iterable[Passage]) -> list[int]:
    """The words of each sentence that has any, in reading order."""
    counted = [count_words(passage, sentence) for passage in passages for sentence in passage.sentences]
    return [count for count in counted if count]


def variation(lengths: Iterable[int]) -> float:
    """The standard deviation of sentence lengths as a share of their mean; 0 for fewer than two.

    **Source:** Karl Pearson's coefficient of variation (1896).
    """
    return _variation(tuple(lengths))


@lru_cache(maxsize=4096)
def _variation(lengths: tuple[int, ...]) -> float:
    return pstdev(lengths) / fmean(lengths) if len(lengths) > 1 else 0.0
