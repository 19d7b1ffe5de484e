"""Who or what a sentence is about: whether it speaks at large, and where the verbs of its subject stand."""

from collections.abc import Iterator
from typing import NamedTuple

from inkwright.lint.claim_nouns import PARTS, PEOPLE, PERSON, PRACTICE
from inkwright.lint.claim_signs import (
    ADJUNCT,
    ADOPTION,
    ARTICLES,
    BE,
    BEHIND_ORDER,
    BETWEEN,
    CLAUSE,
    COMPARED,
    LONG_AGO,
    MANY,
    NAMED,
    NO_NOUN,
    NO_OPENING,
    NO_SUBJECT,
    NUMBERS,
    OPENING,
    OWN,
    POINTING,
    PREPOSITIONS,
    PRESENT,
    REASON,
    RELATIVE,
    SHARES,
    TIMES,
    WIDE,
)

SHORTEST = 3
"""Words of a sentence that may make a statement."""
_REACH = 14
"""Words of a subject with all that hangs on it."""
_OWN = OWN | POINTING
_WITH_GERUND = frozenset(("a", "an", "your", "one", "every", "each", "all"))
"""What may stand behind a deed that is spoken of at large: "hiring one wrong person"."""
_TURNS = frozenset(("worse", "then", "now", "practice", "short"))
"""What ends a short opening: "even worse, ...", "in practice, ..."."""
_ADJECTIVES = frozenset(
    (
        "nearly",
        "roughly",
        "only",
        "daily",
        "weekly",
        "nightly",
        "hourly",
        "monthly",
        "yearly",
        "early",
        "friendly",
        "costly",
        "ugly",
        "webassembly",
        "assembly",
        "family",
        "supply",
    )
)
"""Words in -ly that may begin a subject."""
_PASSIVE_PAST = frozenset(("was", "were", "had"))
"""What tells no story behind a "that" or a "who": "every format that was meant to replace it"."""
_PARTS = (";", ":")
_HANGS = PREPOSITIONS | {"between", "over", "about", "into", "under", "across"}
_A = (("a",), ("an",))
_ARE = (("is",), ("has",), ("remains",))
_AGENTS = frozenset(("it", "they", "there", "the", "we", "you"))
_NOT_SO = frozenset(("can", "will", "means", "mean"))
_CANNOT = frozenset(("doesn't", "cannot", "can't"))

Words = tuple[str, ...]
Found = tuple[str, int] | None
"""The kind of a claim and the index of the last word that makes it one."""


class Said(NamedTuple):
    """A statement at large: the words of its sentence in lower case, what stands behind each of them, and the indexes
    where its subject begins and where another clause does."""

    words: Words
    gaps: tuple[str, ...]
    at: int
    stop: int

    def word(self, at: int) -> str:
        """The word of an index; "" beyond the last."""
        return self.words[at] if at < len(self.words) else ""

    def near(self, at: int, count: int) -> Words:
        """So many words behind the one of an index; fewer at the end."""
        return self.words[at + 1 : at + 1 + count]

    def subject(self, before: int) -> Words:
        """The words from the subject on, up to an index."""
        return self.words[self.at : before]

    def places(self) -> range:
        """The indexes where the verb may stand."""
        return range(self.at + 1, min(self.stop, self.at + _REACH))

    def asserts(self, before: int) -> bool:
        """Whether what is said up to an index is more than a possibility, a plan or the meaning of a word."""
        return _NOT_SO.isdisjoint(self.words[self.at : before])

    def explains(self, before: int) -> bool:
        """Whether the sentence gives a reason for what it says up to an index."""
        words = self.words
        joined = any(_reasons(words, self.gaps, at) for at in range(before, len(words)))
        joined = joined or "reason" in words[: self.at]
        return joined or any(self.gaps[at][:1] == ":" for at in range(before - 1, len(words) - 1))

    def anybody(self, before: int) -> bool:
        """Whether people are named between the subject and an index."""
        return any(
            word in PEOPLE or word in PERSON or word in ("average", "typical") for word in self.words[self.at : before]
        )

    def made(self, at: int) -> bool:
        """Whether people, or what they make and do, stand among the four words from an index on."""
        return any(word in PEOPLE or word in PERSON or word in PRACTICE for word in self.words[at : at + 4])


def tells_own(words: Words) -> bool:
    """Whether a sentence tells of one case, wishes or guesses, by its words in lower case."""
    return not _OWN.isdisjoint(words) and any(_is_own(words, at) for at in range(len(words)))


def at_large(words: Words, gaps: tuple[str, ...]) -> Said | None:
    """A sentence that does not tell of one case as a statement at large; None where it gives an order or is about
    something certain."""
    if ":" in "".join(gaps[:6]):
        return None
    start = _main_clause(words, gaps)
    if start is None or not _is_general(words, start):
        return None
    return Said(words, gaps, start, _stop(words, gaps, start))


def _stop(words: Words, gaps: tuple[str, ...], start: int) -> int:
    """Where another clause begins behind the one that makes the statement; the end when none does."""
    for at in range(start + 2, len(words)):
        if words[at] in CLAUSE or gaps[at - 1][:1] in _PARTS or _reasons(words, gaps, at):
            return at
    return len(words)


def _reasons(words: Words, gaps: tuple[str, ...], at: int) -> bool:
    """Whether a word joins a reason or a consequence to what stands before."""
    if words[at] == "as":
        return words[at + 1 : at + 2] != () and words[at + 1] in _AGENTS and "as" not in words[at - 2 : at]
    if words[at] == "since" and at >= len(words) - 3:
        return False
    return words[at] in REASON and (words[at] != "so" or gaps[at - 1][:1] == ",")


def _is_own(words: Words, at: int) -> bool:
    """Whether a word speaks of the writer's own case or points at one; "in my field" and "in this trade" do not."""
    word, before, after = words[at], words[at - 1] if at else "", words[at + 1 : at + 2]
    if word in _PASSIVE_PAST and (before in RELATIVE or after in _A):
        return False
    if (
        (word == "this" and not at and after in _ARE)
        or (word == "those" and before == "than")
        or (word == "ago" and before in LONG_AGO)
    ):
        return False
    if word == "today's":
        return not PRESENT.isdisjoint(after)
    return word in _OWN and WIDE.isdisjoint(after)


def _main_clause(words: Words, gaps: tuple[str, ...]) -> int | None:
    """Where the main clause begins, behind a joining word and an adverbial up to its comma; None when that cannot be
    told."""
    at = 0
    if words[0] in NO_OPENING:
        return None
    if words[0] not in ADJUNCT:
        short = next((here + 1 for here in range(min(3, len(words))) if gaps[here][:1] == ","), 0)
        opens = words[0] in OPENING or words[0].endswith("ly") or words[short - 1] in _TURNS
        at = short if short and opens and len(words) - short >= SHORTEST else 0
    while at < len(words) - 2 and words[at] in OPENING:
        at += 1
    if words[at] in ADJUNCT:
        comma = next((here for here in range(at, len(words) - 1) if gaps[here][:1] == ","), None)
        if comma is None or "you" in words[at:comma]:
            return None
        at = comma + 1
    return at if at < len(words) - 1 else None


def _is_general(words: Words, at: int) -> bool:
    """Whether the subject that begins at that word is a whole kind, a trade, a way to work or a thing known by name."""
    first, second = words[at], words[at + 1]
    if first == "the":
        return second in NAMED or second in ADOPTION or second.endswith("est") or words[at + 2 : at + 3] == ("of",)
    if first in MANY or (first == "there" and second in ("is", "are")):
        return True
    if first in NUMBERS and first not in SHARES:
        return (second in TIMES and words[at + 2 : at + 3] == ("of",)) or (
            second in SHARES or words[at + 1 : at + 3] == ("out", "of") or second == "in"
        )
    if first == "your":
        return second in PEOPLE
    if (
        first in NO_SUBJECT
        or (first.endswith("ed") and second in NO_NOUN)
        or (first.endswith("ly") and first not in _ADJECTIVES)
    ):
        return first == "it" and second == "takes"
    is_order = second in BEHIND_ORDER and not (first.endswith("ing") and second in _WITH_GERUND)
    return not is_order or first in _ADJECTIVES or first in ("half", "more", "up", "what")


def is_plural(word: str) -> bool:
    """Whether a word is a plural noun as far as its form tells."""
    return word in PEOPLE or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def verbs(said: Said, known: frozenset[str]) -> Iterator[int]:
    """Where words of a set, with or without the ending of the third person, stand as verbs of the subject."""
    words = said.words
    for at in said.places():
        verb = words[at]
        if not BE.isdisjoint(said.subject(at)) and RELATIVE.isdisjoint(said.subject(at)):
            return
        if verb not in known and verb.removesuffix("s") not in known and verb.removesuffix("es") not in known:
            continue
        before = at - 1
        while before > said.at and (words[before] in BETWEEN or words[before].endswith("ly")):
            before -= 1
        if _agrees(said, before, at):
            yield at


def _is_one(subject: Words) -> bool:
    """Whether a noun in the plural only hangs on a subject in the singular: "fear of mistakes"."""
    hangs = next((at for at, word in enumerate(subject) if at and word in _HANGS), 0)
    return bool(hangs) and subject[0] not in ARTICLES and not is_plural(subject[hangs - 1])


def _agrees(said: Said, before: int, at: int) -> bool:
    """Whether a verb may belong to the noun before it, or to one further before across a preposition."""
    noun, words = said.words[before], said.words
    if noun in RELATIVE or noun in ARTICLES or noun in NUMBERS or noun in COMPARED:
        return False
    if noun in _CANNOT or "don't" in words[before + 1 : at]:
        return True
    third = words[at].endswith("s") and not words[at].endswith("ss")
    if third != is_plural(noun) or not RELATIVE.isdisjoint(said.subject(at)):
        return True
    if third:
        return _is_one(words[said.at : before])
    return not PREPOSITIONS.isdisjoint(said.subject(at)) and any(map(is_plural, said.subject(before)))


def of_machines(said: Said, before: int) -> bool:
    """Whether the noun that a subject turns on, which ends before an index, is a part of a machine or a program."""
    subject = said.subject(before)
    last = next(
        (at for at, word in enumerate(subject) if at and word in PREPOSITIONS | RELATIVE | BE),
        len(subject),
    )
    head = subject[max(last - 1, 0)] if subject else ""
    nouns = {head, subject[max(last - 2, 0)]} if subject else set()
    return "pull" not in subject and not PARTS.isdisjoint(nouns)
