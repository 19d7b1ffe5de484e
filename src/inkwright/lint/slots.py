"""Patterns of words with many choices at each place, matched without spelling every combination out.

A pattern is written like a phrase of a rule page: `(unlock|unleash) (the|your|) (full|true) potential`. Spelled out, a
list of such patterns would be hundreds of thousands of phrases; here each stays one tuple of slots. A passage is only
looked at when it holds an anchor: the least common word that a pattern cannot do without.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Any, NamedTuple

from inkwright.lint.clauses import in_quotes, in_title
from inkwright.lint.packed import opened, pack
from inkwright.lint.tokens import Tokens, starts_sentence
from inkwright.model.regex import regex
from inkwright.model.span import Span

START = " · at: start"
"""Written after a pattern that counts only at the start of a sentence."""
_PIECE = regex(r"[()|]|[^()|]+")
_COMMON_WORDS = (
    "a about all an and are as at be been being by can deep do for from full get had has have here here's how if in"
    " into is it it's its itself just key large let let's like look make me more most my new no not of on only open or"
    " our out real so that that's the their them there these they this to true up us use used user users was way we"
    " what when where which while who will with work world you you're your one data model models code next"
)
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words too common to be an anchor."""

Slot = tuple[tuple[tuple[str, ...], ...], bool]
"""One place of a pattern: the sequences of words that may stand there, longest first, and whether none may."""
Near = frozenset[str] | None
"""The words that may stand beside a word of a pattern; None where any may."""
Anchored = tuple[Near, Near, tuple[Slot, ...], tuple[Slot, ...], bool]
"""A pattern seen from one word of its anchor: the words that may stand before and behind that word; the slots before
it, nearest first; the choices of the anchor that begin with that word, and the later slots; whether it counts only at
the start of a sentence."""
ByAnchor = dict[str, bytes]
"""Packed tuples of such patterns by the words that they are seen from."""


class Patterns(NamedTuple):
    """Compiled patterns by the first word of each choice of their anchors, and those around them that excuse."""

    wanted: ByAnchor
    excused: ByAnchor


def compile_patterns(lines: Iterable[str], excused: Iterable[str] = ()) -> tuple[Any, ...]:
    """The fields of `Patterns`, plain enough for `marshal`. Raises ValueError for a line that may match nothing."""
    return _by_anchor(lines), _by_anchor(excused)


def match_patterns(held: Tokens, patterns: Patterns) -> Iterator[Span]:
    """Where patterns stand in a passage, in reading order; of two that overlap the first and longer one."""
    last = -1
    excuses: list[tuple[int, int]] | None = None
    for start, end in _matches(held, patterns.wanted):
        if start >= last and not in_title(held, start, end) and not in_quotes(held, start, end):
            last = end
            excuses = list(_matches(held, patterns.excused)) if excuses is None else excuses
            if not any(a < end and start < b for a, b in excuses):
                yield Span(held.passage.words[start].start, held.passage.words[end - 1].end)


def _by_anchor(lines: Iterable[str]) -> ByAnchor:
    found: dict[str, list[Anchored]] = {}
    for line in lines:
        for slots, anchor in _anchored(_slots(line.removesuffix(START).lower())):
            before, after, at_start = tuple(reversed(slots[:anchor])), slots[anchor + 1 :], line.endswith(START)
            for word in sorted({choice[0] for choice in slots[anchor][0]}):
                here: Slot = tuple(choice for choice in slots[anchor][0] if choice[0] == word), False
                near = _next(before, -1), _next(((_tails(here), False), *after), 0)
                found.setdefault(word, []).append((*near, before, (here, *after), at_start))
    return {word: pack(tuple(anchored)) for word, anchored in found.items()}


def _tails(slot: Slot) -> tuple[tuple[str, ...], ...]:
    """The choices of a slot without their first words."""
    return tuple(choice[1:] for choice in slot[0])


def _next(slots: tuple[Slot, ...], end: int) -> Near:
    """The words that may come next, each the one at that end of a choice; None where nothing need follow."""
    found: set[str] = set()
    for choices, optional in slots:
        found.update(choice[end] for choice in choices if choice)
        if not optional and () not in choices:
            return frozenset(found)
    return None


def _anchored(slots: tuple[Slot, ...]) -> Iterator[tuple[tuple[Slot, ...], int]]:
    """A pattern with the index of its anchor; a choice there that begins with a common word becomes a pattern of its
    own, so that it may have another anchor. Raises ValueError when nothing must be there."""
    required = [at for at, (_, optional) in enumerate(slots) if not optional]
    if not required:
        raise ValueError(f"nothing in this pattern must be there: {slots!r}")
    anchor = min(required, key=lambda at: _commonness(slots[at]))
    choices = slots[anchor][0]
    apart = [choice for choice in choices if len(choice) > 1 and choice[0] in _COMMON]
    rest = tuple(choice for choice in choices if choice not in apart)
    if not apart:
        yield slots, anchor
        return
    if rest:
        yield from _anchored((*slots[:anchor], (rest, False), *slots[anchor + 1 :]))
    for choice in apart:
        words: tuple[Slot, ...] = tuple((((word,),), False) for word in choice)
        yield from _anchored((*slots[:anchor], *words, *slots[anchor + 1 :]))


def _slots(pattern: str) -> tuple[Slot, ...]:
    """The slots of a pattern; a word is a slot of one choice. Choices may hold choices."""
    slots: list[Slot] = []
    pieces = _PIECE.findall(pattern)
    at = 0
    while at < len(pieces):
        if pieces[at] == "(":
            choices, at = _choices(pieces, at + 1)
            told = tuple(sorted({choice for choice in choices if choice}, key=lambda one: (-len(one), one)))
            slots.append((told, () in choices))
        else:
            slots += [(((word,),), False) for word in pieces[at].split()]
            at += 1
    return tuple(slots)


def _choices(pieces: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """Every sequence of words that a group may be, and where it ends; `at` is after its opening parenthesis."""
    done: list[tuple[str, ...]] = []
    here: list[tuple[str, ...]] = [()]
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece == "(":
            inner, at = _choices(pieces, at)
            here = [a + b for a, b in product(here, inner)]
        elif piece == ")":
            return done + here, at
        elif piece == "|":
            done += here
            here = [()]
        else:
            here = [a + tuple(piece.split()) for a in here]
    raise ValueError(f"a parenthesis is not closed: {''.join(pieces)}")


def _commonness(slot: Slot) -> tuple[float, int]:
    return sum(choice[0] in _COMMON for choice in slot[0]) / len(slot[0]), len(slot[0])


def _matches(held: Tokens, by_anchor: ByAnchor) -> list[tuple[int, int]]:
    """First word and end of every match in a passage, the longest first of those that begin together."""
    words = held.words
    found = set()
    for at in [at for at, word in enumerate(words) if word in by_anchor]:
        ahead, behind = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        for prior, following, before, after, at_start in opened(by_anchor[words[at]]):
            if (prior is not None and ahead not in prior) or (following is not None and behind not in following):
                continue
            end = _forward(words, at, after)
            start = _backward(words, at, before) if end > at else -1
            if start >= 0 and _joined(held, start, end) and (not at_start or starts_sentence(held.passage, start)):
                found.add((start, end))
    return sorted(found, key=lambda pair: (pair[0], -pair[1]))


def _forward(words: tuple[str, ...], at: int, slots: tuple[Slot, ...]) -> int:
    """Where the longest match of the slots that starts at a word ends; -1 for none."""
    if not slots:
        return at
    choices, optional = slots[0]
    best = _forward(words, at, slots[1:]) if optional else -1
    for choice in choices:
        if words[at : at + len(choice)] == choice:
            best = max(best, _forward(words, at + len(choice), slots[1:]))
    return best


def _backward(words: tuple[str, ...], at: int, slots: tuple[Slot, ...]) -> int:
    """Where the longest match of the slots (nearest first) that ends before a word begins; -1 for none."""
    if not slots:
        return at
    choices, optional = slots[0]
    starts = [
        _backward(words, at - len(choice), slots[1:])
        for choice in choices
        if at >= len(choice) and words[at - len(choice) : at] == choice
    ]
    if optional:
        starts.append(_backward(words, at, slots[1:]))
    return min((start for start in starts if start >= 0), default=-1)


def _joined(held: Tokens, start: int, end: int) -> bool:
    """Whether nothing but white space and commas stands between the words."""
    passage = held.passage
    spans = passage.words[start:end]
    return all(not passage.slice(Span(a.end, b.start)).strip(" \n\t\r,") for a, b in pairwise(spans))
