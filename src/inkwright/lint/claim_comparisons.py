"""How a statement at large compares and ranks, as in `claim_predicates`."""

from itertools import pairwise

from inkwright.lint.claim_nouns import OUTCOMES, PERSON, PRACTICE
from inkwright.lint.claim_signs import (
    AS_GOOD,
    BE,
    BEHIND_BETTER,
    COMPARED,
    LARGE,
    MAKES,
    NOT,
    NUMBERS,
    OUTDO,
    PREPOSITIONS,
    RANKED,
    SIZES,
    TOPS,
    WAYS,
)
from inkwright.lint.claim_subject import Found, Said, is_plural, verbs


def outdone(said: Said) -> Found:
    """ "X outranks Y", "X ships faster than Y", "X works just as well as Y"."""
    words = said.words
    for at in verbs(said, OUTDO):
        return "comparative", at
    for at in range(said.at + 2, len(words)):
        if words[at] == "than" and (_weighs(said, at) if words[at - 1] in ("more", "less") else _exceeds(said, at)):
            return "comparative", at
        if (
            words[at] in AS_GOOD
            and words[at - 1] == "as"
            and said.word(at + 1) == "as"
            and words[at - 2] in (BE | NOT | {"just", "nearly", "almost", "times", "works", "work", "twice", "every"})
        ):
            return "comparative", at + 1
    return None


def _exceeds(said: Said, at: int) -> bool:
    """Whether a "than" compares more than sizes and places in time."""
    if said.words[at - 1] in SIZES or said.word(at + 1) == "it":
        return False
    return not COMPARED.isdisjoint(said.words[max(said.at, at - 5) : at])


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
    if words[said.at : said.at + 2] in (("nothing", "else"), ("no", "other")):
        return "superlative", said.at + 2
    for at in range(said.at + 1, len(words) - 1):
        if words[at] in BE and words[at + 1] == "the" and any(map(_is_top, words[at + 2 : at + 4])):
            return "superlative", at + 2
        if words[at] == "by" and words[at + 1] == "far":
            return "superlative", at + 1
    for at in range(max(said.at, 1), len(words) - 1):
        if _is_top(words[at]) and words[at - 1] in ("the", "single", "biggest", "one"):
            of_what = said.near(at, 3)
            if not RANKED.isdisjoint(of_what) and WAYS.isdisjoint(of_what):
                return "superlative", at + 1
    return None


def _is_top(word: str) -> bool:
    return word in TOPS or word.endswith("est")


def makes(said: Said) -> Found:
    """ "Small teams write better tests", "training on praise makes models fawn", "long posts get read less"."""
    words = said.words
    if words[said.at] in COMPARED:
        return None
    if words[-1] in COMPARED and words[-1] not in SIZES and words[-2] not in PREPOSITIONS:
        return "comparative", len(words) - 1
    for at in verbs(said, MAKES):
        if words[at] in ("makes", "make") and is_plural(said.word(at + 1)) and said.word(at + 2):
            return "causal", at
        near = said.near(at, 4)
        if any(word in ("more", "less") and after.endswith("ly") for word, after in pairwise(near)):
            return "comparative", at + 1
        at_work = words[said.at].endswith("ing") or not (PRACTICE | OUTCOMES | PERSON).isdisjoint(words)
        degree = next((here for here, word in enumerate(near) if word in COMPARED), None)
        if degree is not None and at_work:
            return "causal", at + 1 + degree
    return None


def better(said: Said) -> Found:
    """ "Typed code is easier to change", "serverless is cheaper until it is not"."""
    words = said.words
    if words[said.at] in COMPARED:
        return None
    for at in said.places():
        if words[at] not in BE:
            continue
        for here in range(at + 1, min(at + 3, len(words))):
            if words[here] in COMPARED:
                end = here + 1 if words[here] in ("more", "less") else here
                return ("comparative", here) if said.word(end + 1) in BEHIND_BETTER else None
    return None


def more(said: Said) -> Found:
    """ "Code by models contains more holes", "shorter titles get opened more often", "the hardest bugs hide"."""
    words = said.words
    if not said.is_short():
        return None
    if words[said.at] in COMPARED and is_plural(said.word(said.at + 1)):
        return "comparative", said.at + 1
    for at in range(said.at + 2, len(words)):
        if words[at] in ("more", "less", "fewer", "better", "worse", "faster", "slower", "cheaper") and said.word(
            at + 1
        ) not in ("than", "or"):
            return "comparative", at
    if (
        words[said.at] == "the"
        and said.word(said.at + 1).endswith("est")
        and said.word(said.at + 1) not in LARGE
        and WAYS.isdisjoint(said.near(said.at, 3))
    ):
        return "superlative", said.at + 1
    return None
