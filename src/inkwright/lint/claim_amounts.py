"""How a statement at large counts: shares of a kind, everybody and nobody, figures, rates, as in `claim_predicates`."""

from inkwright.lint.claim_nouns import AT_WORK, OUTCOMES, PEOPLE, PERSON
from inkwright.lint.claim_signs import (
    BE,
    DOING,
    EXAMPLES,
    FEW,
    FOLD,
    NO_SAYING,
    NOBODY,
    NOT,
    NUMBERS,
    PAST,
    PREPOSITIONS,
    SHARES,
    TIMES,
    WHOLLY,
)
from inkwright.lint.claim_subject import Found, Said, is_plural


def share(said: Said) -> Found:
    """ "Half of all alerts are noise", "nine out of ten dashboards", "most outages begin with a change"."""
    words, at = said.words, said.at
    if words[at] in NUMBERS and (
        said.near(at, 2) == ("out", "of") or (words[at + 1] == "in" and said.word(at + 2) in NUMBERS)
    ):
        return "numeric", at + 3
    for part in range(at, min(at + 5, len(words))):
        if words[part - 1] == "the" and words[part][0].isdigit():
            return None
        if words[part] == "most" and (words[part - 1] == "the" or said.gaps[part]):
            continue
        if words[part] in SHARES or said.gaps[part][:1] == "%":
            return ("numeric", part + 2) if _of_a_kind(said, part) else None
    return None


def _of_a_kind(said: Said, part: int) -> bool:
    """Whether a share is one of a whole kind: of all alerts, of the code in a mature product."""
    first, second = said.word(part + 1), said.word(part + 2)
    if first == "the" and said.words[part] == "half":
        return second in ("internet", "web", "world", "industry")
    if first == "of":
        if second in ("the", "a"):
            return second == "a" or _anywhere(said, part + 3)
        return bool(second) and not second[0].isdigit() and second not in ("it", "them", "their", "its", "your")
    if said.words[part] != "most" or not first:
        return False
    return (
        said.made(part + 1) or not OUTCOMES.isdisjoint(said.near(part, 3)) or not NOT.isdisjoint(said.near(part + 1, 4))
    )


def _anywhere(said: Said, at: int) -> bool:
    """Whether a thing stands for its kind: "in a mature product"."""
    return any(
        said.words[here] in ("in", "that") and said.word(here + 1) in ("a", "an", "any", "most", "every")
        for here in range(at, min(at + 4, len(said.words)))
    )


_TOLD_BEFORE = frozenset(("it", "them", "him", "her"))
"""What somebody does something to that was told of before, so that the sentence is no statement at large."""


def everybody(said: Said) -> Found:
    """ "Nobody reads the wiki", "every startup rewrites its backend", "few teams measure it"."""
    at, first, second = said.at, said.words[said.at], said.word(said.at + 1)
    if first in ("every", "any", "all"):
        return ("crowd", at + 2) if not (PEOPLE | PERSON).isdisjoint(said.near(at, 2)) else None
    if first == "no" and second == "one":
        at, first, second = at + 1, "nobody", said.word(at + 2)
    if first == "no":
        other = second == "other" and BE.isdisjoint(said.near(at, 6))
        return ("superlative", at + 2) if other or not (PEOPLE | PERSON).isdisjoint(said.near(at, 2)) else None
    if first in NOBODY:
        if second in PREPOSITIONS:
            return "crowd", at + 3
        if said.word(at + 2) in _TOLD_BEFORE:
            return None
        deed = (second.endswith("s") and second not in NO_SAYING) or any(
            word in DOING or word.removesuffix("s") in DOING for word in said.near(at, 2)
        )
        return ("crowd", at + 1) if deed else None
    few = first in FEW or (first == "very" and second == "few")
    return ("crowd", at + 2) if few and said.made(at + 1) else None


def figure(said: Said) -> Found:
    """ "It takes a new hire six months", "the average request waits two days"."""
    words = said.words
    for at in range(said.at + 1, len(words) - 1 if not _narrates(said) else 0):
        if (
            words[at + 1] in TIMES
            and words[at - 1] != "every"
            and (words[at] in NUMBERS or words[at].isdigit())
            and said.anybody(at)
        ):
            return "numeric", at + 1
    return None


def _narrates(said: Said) -> bool:
    """Whether the verb tells of something past."""
    if said.words[0] in ("due", "thanks"):
        return False
    return any(
        (word in PAST and said.word(at + 1) not in PREPOSITIONS)
        or (word.endswith("ed") and is_plural(said.words[at - 1]))
        for at, word in _first(said)
    )


def _first(said: Said) -> list[tuple[int, str]]:
    """The words behind the subject's first, with their indexes."""
    return [(at, said.words[at]) for at in said.places()][:5]


def rate(said: Said) -> Found:
    """ "X costs 20 % less", "newsletters convert at five times the rate": one figure, and nothing else measured."""
    words = said.words
    if words[said.at] in NUMBERS or _narrates(said) or sum(word[0].isdigit() for word in words) > 1:
        return None
    for at in range(said.at + 1, len(words)):
        if words[at] == "rate" and words[at - 1] == "the" and words[at - 2] in ("twice", "half"):
            return "numeric", at
        if words[at] in FOLD or (said.gaps[at][:1] == "%" and words[at][0].isdigit() and words[at - 1] != "the"):
            return "numeric", at
        if words[at] in ("percent", "times", "x") and (words[at - 1] in NUMBERS or words[at - 1][0].isdigit()):
            return "numeric", at
    return None


def promised(said: Said) -> Found:
    """ "Caching can speed a site up by 80 %": a rate that is no count of times."""
    found = rate(said)
    if found and (said.gaps[found[1]][:1] == "%" or said.words[found[1]] in FOLD or said.words[found[1]] == "percent"):
        return found
    return None


def spent(said: Said) -> Found:
    """ "Developers spend half of the day", "providers make most of their profit", "on nearly every task"."""
    for at in range(said.at + 2, said.stop - 1):
        word, after = said.words[at], said.words[at + 1]
        if word in ("nearly", "almost", "virtually", "practically") and after in WHOLLY:
            return "crowd", at + 1
        if word in SHARES and after == "of" and (said.anybody(at) or not AT_WORK.isdisjoint(said.near(at + 1, 4))):
            return "numeric", at + 1
        if (
            word in ("few", "little")
            and said.words[at - 1] not in ("a", "so")
            and not AT_WORK.isdisjoint(said.near(at, 2))
        ):
            return "numeric", at + 1
    return None


def most(said: Said) -> Found:
    """ "Most notebooks cannot be run twice", "the average request"."""
    first, second = said.words[said.at], said.word(said.at + 1)
    if first == "most" and second != "of" and not second.endswith("ly"):
        return "numeric", said.at + 2
    usual = first in ("the", "a") and second in ("average", "typical", "median")
    return (
        ("numeric", said.at + 2)
        if usual and said.word(said.at + 2) not in EXAMPLES and said.words[-1] != "follows"
        else None
    )
