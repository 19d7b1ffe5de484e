"""How a statement at large compares and ranks, as in `claim_predicates`."""

from itertools import pairwise

from inkwright.lint.claim_nouns import GAINED, OUTCOMES, PERSON, PRACTICE
from inkwright.lint.claim_signs import (
    AS_GOOD,
    BE,
    BEHIND_BETTER,
    COMPARED,
    LIMITS,
    MAKES,
    NO_OTHER,
    NO_TOP,
    NOT,
    NUMBERS,
    OUTDO,
    PREPOSITIONS,
    RANKED,
    RELATIVE,
    SIZES,
    TOPS,
    WAYS,
    YEARLY,
)
from inkwright.lint.claim_subject import Found, Said, is_plural, of_machines, verbs

_AT_WORK = PRACTICE | PERSON | GAINED
_FIRST = (("the", "first", "thing"), ("the", "last", "thing"))
_EQUALS = frozenset(("match", "matches"))
_RIVALS = frozenset(("ones", "humans", "experts", "people"))
_GOOD_FOR = OUTCOMES | PERSON
_ON = frozenset(("on", "for"))
_FAVOURS = ("favo", "prefer")
_NO_DEGREE = PREPOSITIONS | {"or", "and", "no", "even", "any"}


def outdone(said: Said) -> Found:
    """ "X outranks Y", "X ships faster than Y", "X works just as well as Y"."""
    words = said.words
    for at in verbs(said, OUTDO):
        return "comparative", at
    for at in verbs(said, _EQUALS):
        if not _RIVALS.isdisjoint(said.near(at, 3)):
            return "comparative", at
    if words[-2] in ("every", "each") and words[-1] in YEARLY and not COMPARED.isdisjoint(words[said.at + 1 :]):
        return "comparative", len(words) - 1
    for at in range(said.at + 2, said.stop):
        if words[at : at + 2] == ("edge", "over"):
            return "comparative", at + 1
        if words[at : at + 2] == ("long", "as") and words[at - 2] in ("twice", "times") and words[at - 1] == "as":
            return "comparative", at + 1
        if words[at] == "than" and (_weighs(said, at) if words[at - 1] in ("more", "less") else _exceeds(said, at)):
            return "comparative", at
        if (
            words[at] in AS_GOOD
            and words[at - 1] == "as"
            and said.word(at + 1) == "as"
            and words[at - 2]
            in (
                BE
                | NOT
                | {
                    "just",
                    "nearly",
                    "almost",
                    "times",
                    "works",
                    "work",
                    "twice",
                    "every",
                }
            )
        ):
            return "comparative", at + 1
    return None


def _exceeds(said: Said, at: int) -> bool:
    """Whether a "than" compares more than sizes and places in time, and with another thing."""
    if said.words[at - 1] in SIZES or said.word(at + 1) in NO_OTHER or said.word(at + 2) in LIMITS:
        return False
    return not COMPARED.isdisjoint(said.words[max(said.at, at - 3) : at])


def _weighs(said: Said, at: int) -> bool:
    """Whether "more than" compares what is done, as in "quality matters more than size", and counts nothing."""
    behind, before = said.word(at + 1), said.words[at - 2]
    if (
        not behind
        or behind[0].isdigit()
        or behind in NUMBERS
        or behind in ("a", "an", "one", "just", "enough", "once", "that")
    ):
        return False
    return (before.endswith("s") or is_plural(said.words[at - 3])) and before not in BE and before not in ("has", "was")


def ranked(said: Said) -> Found:
    """ "The best predictor of success is", "X is the most loved database", "nothing else comes close"."""
    words = said.words
    if words[said.at : said.at + 2] in (("nothing", "else"), ("no", "other")) and words[said.at + 2 : said.at + 4] != (
        "in",
        "the",
    ):
        return "superlative", said.at + 2
    for at in range(said.at + 1, len(words) - 1):
        if words[at] in BE and words[at + 1] == "the" and any(map(_is_top, words[at + 2 : at + 4])):
            return "superlative", at + 2
        if words[at] in BE and words[at + 1 : at + 4] == ("the", "number", "one"):
            return "superlative", at + 3
        if words[at] in BE and words[at + 1 : at + 4] in _FIRST and said.anybody(min(at + 7, len(words))):
            return "superlative", at + 3
        if words[at] == "by" and words[at + 1] == "far":
            return "superlative", at + 1
    for at in range(max(said.at, 1), len(words) - 1):
        if _is_top(words[at]) and words[at - 1] in ("the", "single", "biggest", "one"):
            of_what = said.near(at, 3)
            if not RANKED.isdisjoint(of_what) and WAYS.isdisjoint(of_what):
                return "superlative", at + 1
    return None


def _is_top(word: str) -> bool:
    return word in TOPS or (word.endswith("est") and word not in NO_TOP)


def makes(said: Said) -> Found:
    """ "Small teams write better tests", "training on praise makes models fawn", "long posts get read less"."""
    words = said.words
    if words[said.at] in COMPARED and (
        words[said.at] in ("more", "less") or of_machines(said, min(said.stop, said.at + 3))
    ):
        return None
    if (
        words[-1] in COMPARED
        and words[-1] not in SIZES
        and words[-2] not in _NO_DEGREE
        and not _counted(words[-2])
        and "to" not in words[-4:-1]
    ):
        return "comparative", len(words) - 1
    for at in verbs(said, MAKES):
        if words[at] in ("makes", "make") and is_plural(said.word(at + 1)) and said.word(at + 2):
            return "causal", at
        near = said.near(at, 4)
        if any(word in ("more", "less") and after.endswith("ly") for word, after in pairwise(near)):
            return "comparative", at + 1
        degree = next((here for here, word in enumerate(near, at + 1) if word in COMPARED), None)
        if (
            degree
            and said.word(degree + 1) != "of"
            and (
                words[at].startswith(_FAVOURS)
                or words[said.at].endswith("ing")
                or not _AT_WORK.isdisjoint(words[said.at : degree + 4])
            )
        ):
            return "causal", degree
    return None


def _counted(word: str) -> bool:
    return word in NUMBERS or word[0].isdigit()


def better(said: Said) -> Found:
    """ "Typed code is easier to change", "serverless is cheaper until it is not"."""
    words = said.words
    if words[said.at] in COMPARED:
        return None
    for at in said.places():
        if words[at] not in BE or words[at + 1 : at + 2] == ("now",) or words[at - 1] in RELATIVE | {"whose"}:
            continue
        for here in range(at + 1, min(at + 3, len(words))):
            if words[here] in COMPARED:
                end = here + 1 if words[here] in ("more", "less") else here
                than = said.word(end + 1) == "than" and said.word(end + 2) not in NO_OTHER
                plain = said.word(end + 1) in BEHIND_BETTER and not _AT_WORK.isdisjoint(said.subject(at))
                good = (
                    words[here] not in SIZES
                    and not _GOOD_FOR.isdisjoint(said.near(end, 4))
                    and said.word(end + 1) in _ON
                )
                return ("comparative", here) if than or plain or (good and not of_machines(said, at)) else None
    return None


def more(said: Said) -> Found:
    """ "Code by models contains more holes", "shorter titles get opened more often"."""
    words = said.words
    for at in range(said.at + 2, said.stop):
        if words[at] not in ("more", "less", "fewer", "better", "worse"):
            continue
        counted = is_plural(said.word(at + 1)) and not _AT_WORK.isdisjoint(words[said.at : said.at + 2])
        if counted or said.word(at + 1) in _AT_WORK | {"often"}:
            than = "than" in said.near(at, 3) and not NO_OTHER.isdisjoint(said.near(at + 1, 3))
            return None if than else ("comparative", at)
    return None
