"""How a statement at large measures without a measurement, as in `claim_predicates`."""

from inkwright.lint.claim_nouns import AT_WORK, GAINED, PARTS, PEOPLE, PERSON
from inkwright.lint.claim_signs import (
    ARTICLES,
    BE,
    NO_TOP,
    OFTEN,
    PREPOSITIONS,
    RELATIVE,
    SHARES,
    TOPS,
    WAYS,
)
from inkwright.lint.claim_subject import Found, Said, of_machines
from inkwright.lint.wordsets import wordset

_DEFINITE = wordset("the these those our my its his her their you")
_CUTS = wordset(
    "cut cuts cutting reduce reduces lower lowers drop drops fall falls shrink shrinks raise raises grow grows"
)
_PEOPLE = PEOPLE | PERSON
_RANKS = wordset("fastest slowest cheapest safest strongest smartest easiest hardest quickest")
_GAUGES = wordset("time cost price size effort code money work")
_MADE = (AT_WORK | PEOPLE) - wordset("practice results result")
_LIKED = wordset("popular used reliable loved")
_NOT_NAMED = WAYS | _DEFINITE | {"one", "path", "run"}
_BASES = wordset("foundation backbone heart basis future language root key")
_EVERYTHING = wordset("all every most modern any nearly almost")
_ROLES = wordset("bottleneck cause culprit problem reason winner answer norm rule exception mistake symptom weakest")
_FAILINGS = wordset("waste myth recipe liability disaster fad scam must")
_WORDS = wordset("in by twice half times thrice")
_SAYS = wordset(
    "say says prove proves tell tells reveal reveals mean means explain explains predict predicts add adds teach "
    "teaches"
)
_BEHIND = PREPOSITIONS | wordset("and or but when while if once for") | {""}
_LITTLE = wordset("little nothing much more less")
_ABOUT = wordset("about of to on than") | {""}
_OF_ALL = wordset("any every all most")
_STRONG = wordset("strong weak clear thin overwhelming mixed solid conclusive slim")
_REACH = 7
"""Words between a superlative and the kind among which it is the first."""


def by_half(said: Said) -> Found:
    """ "Caching cuts the bill in half", "moving to ARM lowers the bill by a third", "typed code needs half as many"."""
    words = said.words
    for at in range(said.at + 1, len(words) - 1):
        word, after = words[at], words[at + 1]
        if (
            after in ("half", "as", "a", "two", "one", "three")
            and word in _WORDS
            and of_machines(said, min(at, said.at + 3))
        ):
            return None
        if word in ("in", "by") and after == "half" and not _CUTS.isdisjoint(words[said.at : at]):
            return "numeric", at + 1
        share = said.word(at + 2)
        parted = word in ("in", "at", "for") and (after == "half" or (after == "a" and share in SHARES))
        if parted and not _GAUGES.isdisjoint(said.near(at + 1, 4)):
            return "numeric", at + 2
        if (
            word == "by"
            and after in ("a", "two", "one", "three")
            and share in SHARES | {"factor"}
            and (share == "factor" or said.word(at + 3) in _BEHIND)
        ):
            return "numeric", at + 2
        if word in ("twice", "half", "times", "thrice") and after == "as" and said.word(at + 2) != "":
            return "numeric", at + 2
        if (
            word in ("twice", "thrice")
            and said.word(at + 1) not in ARTICLES
            and words[at - 1] not in BE
            and at + 2 == len(words)
        ):
            return "numeric", at + 1
    return None


_TOLD = frozenset(("that", "this", "it", "these", "those"))
"""Words for what was told before, with which a sentence goes on about a case of the writer's."""


def says_little(said: Said) -> Found:
    """ "Test coverage says little about quality", "benchmarks correlate poorly with what users feel"."""
    words = said.words
    for at in said.places():
        if words[at].startswith("correlate"):
            return "causal", at
        if words[at] in _SAYS and words[at - 1] not in ARTICLES | {"to", "not"}:
            here = at + 1 + (said.word(at + 1) in ("almost", "very", "next", "far"))
            about = said.word(here + 1) in _ABOUT and said.word(here + 2) not in _TOLD
            if said.word(here) in _LITTLE and about and said.words[said.at] not in PARTS:
                return "causal", here
    return None


def first_of_all(said: Said) -> Found:
    """ "X has the friendliest compiler of any language", "the hardest part of any rewrite is the data"."""
    words = said.words
    for at in range(said.at, len(words) - 2):
        if not _is_top(words[at]) or (at and words[at - 1] not in ("the", "single", "its", "by")):
            continue
        for here in range(at + 1, min(at + 1 + _REACH, len(words) - 1)):
            if (
                words[here] in ("of", "in", "among")
                and words[here + 1] in _OF_ALL
                and said.word(here + 2) not in _DEFINITE
            ):
                return "superlative", here + 1
        if words[at + 1] in (
            "way",
            "ways",
            "part",
            "thing",
            "bug",
            "bugs",
            "step",
        ):
            goal = said.near(at + 1, 5)
            if (
                goal[:1] in (("to",), ("of",), ("about",), ("in",), ("for",))
                and not _AIMS.isdisjoint(goal)
                and not BE.isdisjoint(words[at:])
            ):
                return "superlative", at + 1
    return None


_AIMS = (AT_WORK | PEOPLE | PERSON) - GAINED.intersection(wordset("time money speed knowledge understanding"))


def _is_top(word: str) -> bool:
    return word in TOPS - {"most", "least"} or (word.endswith("est") and word not in NO_TOP)


def first_named(said: Said) -> Found:
    """ "The fastest JSON parser for Python is orjson", "the most popular editor is ..."."""
    words, at = said.words, said.at
    if words[at] != "the" or not (
        said.word(at + 1) in _RANKS or (said.word(at + 1) == "most" and said.word(at + 2) in _LIKED)
    ):
        return None
    verb = next(
        (here for here in range(at + 3, min(at + 10, len(words) - 1)) if words[here] in BE),
        None,
    )
    if verb is None or words[verb + 1].endswith("ed") or not _NOT_NAMED.isdisjoint(words[at + 1 : verb + 2]):
        return None
    return "superlative", verb


def called(said: Said) -> Found:
    """ "C is the foundation of all operating systems", "stand-ups are a waste of time"."""
    words = said.words
    for at in said.places():
        if words[at] not in BE or words[at - 1] in RELATIVE:
            continue
        here = at + 1 + (said.word(at + 1) in ("still", "now", "often", "usually"))
        what, of, whom = said.word(here + 1), said.word(here + 2), said.word(here + 3)
        if words[here:][:1] == ("the",) and what in _BASES and of == "of" and whom in _EVERYTHING:
            return "superlative", here + 1
        if words[here:][:1] == ("the",) and what in ("first", "last") and of in ("place", "thing"):
            return ("superlative", here + 1) if not _PEOPLE.isdisjoint(words[here:]) else None
        if said.word(at + 1) in OFTEN and words[at + 2 : at + 3] in (("the",), ("a",)) and said.word(at + 3) in _ROLES:
            return "crowd", at + 3
        if words[here:][:1] == ("a",) and what in _FAILINGS and not of_machines(said, at):
            return "sure", here + 1
    return None


def evidence(said: Said) -> Found:
    """ "The evidence for test-driven development is strong", "there is overwhelming evidence that ..."."""
    words = said.words
    for at in range(said.at, min(said.at + 4, len(words) - 1)):
        if words[at] == "evidence":
            strong = at + 1 < len(words) and not _STRONG.isdisjoint(words) and not BE.isdisjoint(words)
            return ("crowd", at) if strong else None
    return None
