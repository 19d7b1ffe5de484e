"""Answering a question with passages of one's own texts: what it asks about, how well each passage fits, whether any
answers. No word of the answer is made here. Numbers were chosen by `scripts/ask_figures.py`; see
`docs/decisions/0036-asking.md`.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec import Struct

from inkwright.model.errors import UsageError
from inkwright.notes.ask_passages import Piece
from inkwright.similar.stems import WORD, root, roots
from inkwright.similar.vectors import rarity
from inkwright.similar.words import STOP

TITLE, HEADING, CODE, REST = 0.6, 1.0, 0.4, 0.3
"""What a word in the title of the text, in the headings above a passage, in its code and elsewhere in the text counts;
one in its prose is 1."""
NEAR = 0.25
"""Share of its score that a passage gains when words stand in it as close together as in the question."""
SATURATED = 0.8
"""How soon further times that a word stands in a passage say nothing new (k1 of BM25)."""
LENGTH = 0.5
"""How much a long passage is marked down (b of BM25)."""
USUAL = 50
"""Words of a usual passage."""
ENOUGH = 0.51
"""Share of what a question asks about that a passage must hold, title and headings included, to answer it: more than
half, so that one of two words is no answer."""
BESIDE = 0.4
"""Share of the best passage's score from which another is shown beside it."""
PER_TEXT = 2
"""Passages of one text that are shown before those of others."""
_SAY_NOTHING = frozenset(
    roots(
        "why how whose does doing done get gets got getting need needs want wants way ways thing things please tell "
        "know mean means meant good best better make makes made work works happen happens again cannot let lets"
    )
)


class Question(Struct, frozen=True):
    """What a question asks about: each root with the word as typed, in order, no question words."""

    roots: tuple[str, ...]
    words: Mapping[str, str]


def parse_question(typed: str) -> Question:
    """What was asked about. Raises UsageError for a question of question words alone."""
    words: dict[str, str] = {}
    for found in WORD.finditer(typed.lower()):
        word = found[0].strip("_")
        short = root(word)
        if len(word) > 1 and word not in STOP and short not in _SAY_NOTHING:
            words.setdefault(short, word)
    if not words:
        raise UsageError("the question names nothing to look for", hint='For example: inkwright ask "why did X fail?"')
    return Question(tuple(words), words)


def weights(question: Question, held_by: Mapping[str, int], total: int) -> dict[str, float]:
    """What each root says, by how many of all texts hold it; one that no text holds says as much as one that one
    holds."""
    return {one: rarity(total, max(1, held_by.get(one, 0))) for one in question.roots}


class Fit(Struct, frozen=True):
    """How well a passage fits a question: `score` 0 to about 1, `covered` the share of what is asked about that it
    holds, `words` the roots among these that stand in it or above it."""

    score: float
    covered: float
    words: tuple[str, ...]


def fit(
    question: Question, weight: Mapping[str, float], piece: Piece, names: Iterable[str], rest: Container[str]
) -> Fit:
    """How well a passage of a text with these names fits; `rest` holds the roots of the whole text."""
    told = roots(piece.prose)
    prose, code = Counter(told), Counter(roots(piece.code))
    above, called = set(roots(" ".join(piece.headings))), set(roots(" ".join(names)))
    long = 1 - LENGTH + LENGTH * (len(told) + len(code) / 4) / USUAL
    gained, held = 0.0, []
    for one in question.roots:
        times = prose[one] + CODE * min(code[one], 2) + HEADING * (one in above) + TITLE * (one in called)
        if times:
            held.append(one)
        times += REST * (one in rest)
        if times:
            gained += weight[one] * times * (1 + SATURATED) / (times + SATURATED * long)
    whole = sum(weight.values()) or 1.0
    covered = sum(weight[one] for one in held) / whole
    inside = any(prose[one] or code[one] for one in question.roots)
    near = 1 + NEAR * _closeness(question, weight, told)
    return Fit(gained / whole / (1 + SATURATED) * covered * near if inside else 0.0, covered, tuple(held))


def _closeness(question: Question, weight: Mapping[str, float], told: Sequence[str]) -> float:
    """The share of the neighbouring words of the question, by weight, that stand within three words of each other."""
    places: dict[str, list[int]] = {}
    for at, one in enumerate(told):
        if one in question.words:
            places.setdefault(one, []).append(at)
    total = near = 0.0
    for one, other in zip(question.roots, question.roots[1:], strict=False):
        said = min(weight[one], weight[other])
        total += said
        if any(abs(a - b) <= 3 for a in places.get(one, ()) for b in places.get(other, ())):
            near += said
    return near / total if total else 0.0
