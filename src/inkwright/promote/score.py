"""What each sentence of a post is worth in a draft: by its numbers, its wording, its place and its nearness to what the
post is about. Every figure here is an own choice, tried on posts and read.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from inkwright.model.promotion import Role, Saying
from inkwright.model.regex import regex
from inkwright.promote import signs
from inkwright.promote.verbs import has_verb
from inkwright.promote.wordings import word_list
from inkwright.similar.stems import stems
from inkwright.similar.vectors import Vector, cosine, vector

ROLES: tuple[Role, ...] = ("finding", "surprise", "why", "limits", "takeaway", "question", "detail")
ENOUGH: Mapping[Role, float] = {
    "finding": 3.2, "surprise": 2.8, "why": 2.4, "limits": 2.8, "takeaway": 2.8, "question": 1.1, "detail": 0.9,
}  # fmt: skip
"""Scores from which a sentence fills a role."""
LEAST, NEVER = 0.7, -9.0
"""What a sentence must bring for a role by its own words and place, and what it is worth without."""
STRANGE = 0.3
"""What a sentence loses for each name in it that nobody was told of, three at most."""
_NAME = regex(r"\w+(?:[-/]\w+)*")
_ODD = regex(r"[A-Z]{2,6}s?|[A-Z]+/[A-Z]+|\w*_\w*|[a-z]\d+|[A-Za-z]+\d+[A-Za-z]+\d*|\d+[A-Z]+\d\w*|[A-Z]\d[A-Z]\w*")
"""Abbreviations, names of variables, and letters mixed with digits that are no amount (`c128`, `4E1PD`)."""
_COMMON = word_list("known-names")
_VERSION = regex(r"\bv\d")
_FIRST = regex(r"(?:(?:on|in|for|with|at|from|under|during|by)\s)?(?:the|our|my|your)\s+([\w-]+)", re.I)
"""How a sentence begins that speaks of a thing as of a known one."""


class Scored(Struct, frozen=True):
    """A sentence, what it is worth in each role, and the words it is compared with others by: those that it does not
    share with the title."""

    saying: Saying
    vector: Vector
    worth: Mapping[Role, float]


class Scores:
    """The sentences of one post, scored. `about` is what the post says of itself (title, description); `weight` tells
    how much a word says in any text."""

    def __init__(self, found: Sequence[Saying], about: str, weight: Callable[[str], float]) -> None:
        self._found = found
        self._about = frozenset(stems(about))
        self._weight = weight
        self._names = frozenset(map(str.casefold, _NAME.findall(about)))
        self._bags = [Counter(stems(saying.text)) for saying in found]

    @cached_property
    def scored(self) -> tuple[Scored, ...]:
        """Each sentence in reading order."""
        return tuple(self._score(saying, bag) for saying, bag in zip(self._found, self._bags, strict=True))

    @cached_property
    def _centre(self) -> Vector:
        """What the whole post speaks of."""
        whole: Counter[str] = Counter()
        for bag in self._bags:
            whole.update(bag)
        for word in self._about:
            whole[word] += 6
        return vector({word: count for word, count in whole.items() if count > 1}, self._weight)

    def _score(self, saying: Saying, bag: Counter[str]) -> Scored:
        said = vector(bag, self._weight)
        near = 2.2 * cosine(said, self._centre) + 0.35 * min(len(self._about & bag.keys()), 3)
        base = (
            near
            + _form(saying)
            + self._known(saying.text)
            + self._subject(saying.text)
            - STRANGE * min(self._strange(saying.text), 3)
        )
        worth: dict[Role, float] = {
            role: base + part if part >= LEAST or role == "detail" else NEVER for role, part in _parts(saying).items()
        }
        own = vector({word: count for word, count in bag.items() if word not in self._about}, self._weight)
        return Scored(saying, own, worth)

    def _strange(self, text: str) -> int:
        """How many names and abbreviations of a sentence nobody was told of: neither title nor description has them,
        and they are not spelled out beside it."""
        odd = {name for name in _NAME.findall(text) if _ODD.fullmatch(name) and name not in _COMMON}
        return sum(
            name.casefold() not in self._names and f"({name}" not in text and f"{name} (" not in text for name in odd
        )

    def _subject(self, text: str) -> float:
        """More for a sentence that begins with what the post is about."""
        return 0.4 * bool(self._about & set(stems(" ".join(text.split()[:2]))))

    def _known(self, text: str) -> float:
        """Less for a sentence that begins with a thing the reader was told of before."""
        first = _FIRST.match(text)
        return -0.5 if first and not self._about & set(stems(" ".join(text.split()[1:5]))) else 0.0


def _form(saying: Saying) -> float:
    """What the wording is worth in any role."""
    text, words = saying.text, len(saying.text.split())
    worth = 0.5 if 9 <= words <= 26 else -0.5 if words > 34 or words < 7 else 0.0
    worth -= 0.6 * min(saying.code, 3)
    worth -= 0.3 * (text.count("(") + max(text.count(",") - 3, 0))
    worth -= 1.6 * bool(signs.SIDE_PART.match(saying.heading))
    worth -= 1.2 * bool(signs.ORDERS.match(text))
    worth -= 3.0 * bool(signs.ANNOUNCES.search(text))
    worth -= 1.0 * bool(signs.THANKS.search(text))
    worth -= 0.5 * bool(signs.DATED.search(text))
    worth -= 0.4 * max(len(_VERSION.findall(text)) - 1, 0)
    worth -= 0.9 * bool(signs.SET_UP.search(text))
    worth -= 0.6 * bool(signs.OPINION.search(text))
    worth -= 1.0 * bool(signs.PROCESS.search(text))
    worth -= 1.6 * bool(signs.GENERAL.search(text) and not signs.QUANTITY.search(text))
    worth -= 1.2 * bool(signs.METHOD.match(text))
    worth -= 2.0 * bool(signs.PERSONAL.search(text))
    worth -= 0.4 * (": " in text) + 0.5 * _is_label(text)
    return worth + 0.2 * bool(signs.OWN.search(text)) - 0.6 * text.endswith("!")


def _is_label(text: str) -> bool:
    """Whether words without a verb stand before a colon: the label of an entry."""
    head, colon, _ = text.partition(": ")
    return bool(colon) and len(head.split()) < 7 and not has_verb(head)


def _parts(saying: Saying) -> dict[Role, float]:
    """What a sentence adds for each role."""
    text, heading, place = saying.text, saying.heading, saying.place
    opening, ending = place < 0.12 or not heading, place > 0.85
    amount = min(len(signs.QUANTITY.findall(text)), 2)
    finding = (
        1.2 * amount
        + 0.4 * _has(signs.RATIO, text)
        + 0.7 * _has(signs.RESULT, text)
        + 0.7 * _under(signs.FINDING_PART, heading)
        + 0.4 * opening
    )
    surprise = 1.3 * min(len(signs.SURPRISE.findall(text)), 2) + 0.3 * (amount > 0) + 0.2 * opening
    why = (
        0.9 * min(len(signs.WHY.findall(text)), 2)
        + 0.9 * _under(signs.WHY_PART, heading)
        + 0.8 * opening
        - 0.8 * ending
    )
    limits = (
        0.9 * min(len(signs.LIMIT.findall(text)), 2) + 1.0 * _under(signs.LIMIT_PART, heading) + 0.3 * (place > 0.4)
    )
    lesson = 0.8 * min(len(signs.LESSON.findall(text)), 2) + 1.2 * _under(signs.LAST_PART, heading) + 0.5 * ending
    if _has(signs.CONTRARY, text):
        finding = NEVER
    asks = text.endswith("?")
    parts: dict[Role, float] = {
        "finding": finding, "surprise": surprise, "why": why, "limits": limits,
        "takeaway": lesson - 0.6 * (place < 0.2), "detail": 0.5 * amount + 0.3 * _has(signs.RESULT, text),
    }  # fmt: skip
    if asks:
        parts = dict.fromkeys(parts, NEVER)
    return {**parts, "question": 0.8 + 0.4 * opening if asks else NEVER}


def _has(sign: re.Pattern[str], text: str) -> bool:
    return bool(sign.search(text))


def _under(sign: re.Pattern[str], heading: str) -> bool:
    return bool(heading and sign.match(heading))
