"""How a statement at large speaks for all or nearly all of a kind, as in `claim_predicates`."""

from inkwright.lint.claim_nouns import AT_WORK, PARTS, PEOPLE, PERSON, PRACTICE
from inkwright.lint.claim_signs import (
    BE,
    COMPARED,
    JUDGED,
    LIMITS,
    NO_OTHER,
    NUMBERS,
    PREPOSITIONS,
    SHARES,
    SIZES,
)
from inkwright.lint.claim_subject import SHORTEST, Found, Said, Words, is_plural
from inkwright.lint.wordsets import wordset

_NEARLY = wordset("almost nearly virtually practically hardly")
_ORDINALS = wordset("second third fourth fifth tenth other")
_ABANDONED = wordset(
    "abandoned unused wrong broken dead unmaintained outdated vulnerable ignored unread useless empty fake lie"
)
"""What is said of every second one of a kind."""
_NO_VERB = wordset("its this as us was does has")
_REACH = 5
"""Words of a noun with its adjectives."""
_USUAL = (
    ("in", "most", "cases"),
    ("in", "most", "projects"),
    ("most", "of", "the", "time"),
    ("as", "a", "rule"),
    ("more", "often", "than", "not"),
    ("nine", "times", "out", "of", "ten"),
    ("time", "and", "again"),
    ("sooner", "or", "later"),
)
"""How a sentence opens that tells what is usual."""
_USUAL_FIRST = frozenset(words[0] for words in _USUAL) | {
    "in",
    "at",
    "across",
    "for",
    "among",
    "to",
}
_TO_YOU = wordset("you your you'll default defaults i we our my this these")
_SINGLE = wordset("the these those its their")
_OPENS = 12
"""Words of the phrase that opens a sentence."""
_GOOD = wordset("successful profitable great serious mature large big legacy healthy popular growing senior")
_WORKS = AT_WORK - {"applications", "sites", "providers"}
_FATES = (
    (JUDGED - {"out", "late", "bad", "cheap", "slow", "stale"})
    | PEOPLE
    | wordset("wins loses win lose culprit afterthought nobody everybody off late fails fail fault guess")
)
_KINDS = PEOPLE | PRACTICE | wordset("problems workloads companies sites websites repositories industries codebases")
_NO_KINDS = PARTS | wordset("cases purposes uses users situations places times ways circumstances things others days")
_FITS = wordset("means recommended support supports supported compatible works work available default")
_YEARLY = wordset("year month week day")
_CROWDS = wordset("hundreds thousands millions billions")
_MOST = wordset("most percent majority average")
_TO_WHOM = PREPOSITIONS | wordset("to that what how than all as")


def every(said: Said) -> Found:
    """ "Every outage is caused by a change", "almost every outage starts with one", "every fifth package is dead"."""
    words = said.words
    if words[said.at] == "every":
        at, nearly = said.at + 1, False
    elif words[said.at] in _NEARLY and said.word(said.at + 1) == "every":
        at, nearly = said.at + 2, True
    else:
        return None
    if said.word(at) in _ORDINALS:
        return ("numeric", at) if not _ABANDONED.isdisjoint(words[at:]) else None
    nearly = nearly or said.word(at) in _GOOD
    for head in range(at, min(at + 4, len(words) - 1)):
        verb = words[head + 1]
        if verb in BE or verb == "has" or (verb.endswith("s") and verb not in _NO_VERB):
            kind = words[head]
            known = verb not in ("has", "needs") and (f"{kind}s" in _WORKS or kind in PERSON)
            return ("crowd", head + 1) if known or (nearly and kind not in PARTS) else None
    return None


def usual(words: Words, gaps: tuple[str, ...]) -> Found:
    """ "In most cases the simplest model wins", "for 95 % of apps, that day never comes"."""
    if words[:1] in (("every",), ("each",)) and words[1] in _YEARLY and not _CROWDS.isdisjoint(words):
        return ("numeric", 1) if _TO_YOU.isdisjoint(words) else None
    if words[0] not in _USUAL_FIRST or not _TO_YOU.isdisjoint(words):
        return None
    opening = next((known for known in _USUAL if words[: len(known)] == known), None)
    if opening:
        rest = words[len(opening) :]
        return ("crowd", len(opening) - 1) if rest[0] != "of" and not _FATES.isdisjoint(rest) else None
    comma = next(
        (at + 1 for at in range(min(len(words) - SHORTEST, _OPENS)) if gaps[at][:1] == ","),
        0,
    )
    most = next(
        (at for at in range(1, comma) if words[at] in _MOST or gaps[at][:1] == "%"),
        comma,
    )
    if most == comma or _KINDS.isdisjoint(words[most:comma]) or not _SINGLE.isdisjoint(words[most:comma]):
        return None
    return "numeric", comma - 1


def for_most(said: Said) -> Found:
    """ "SQLite is fast enough for most sites", "regular expressions are unreadable to most people"."""
    words = said.words
    for at in range(said.at + 2, len(words) - 1):
        if words[at] not in ("most", "percent", "majority"):
            continue
        before = at - 1
        while before > said.at and (words[before] in NUMBERS or words[before] in ("the", "a", "vast", "almost")):
            before -= 1
        kinds = said.near(at, 3 if words[at] == "percent" else 2)
        if words[at + 1].endswith(("ing", "ly")) or not _FITS.isdisjoint(words):
            return None
        if (
            words[before] in _TO_WHOM
            and any(map(_is_kind, kinds))
            and kinds[0] not in PARTS
            and "the" not in kinds
            and "our" not in kinds
        ):
            return "numeric", at + 1
    return None


def _is_kind(word: str) -> bool:
    return word in _KINDS or (is_plural(word) and word not in _NO_KINDS)


def no_such(said: Said) -> Found:
    """ "No framework has a steeper learning curve than X", "nothing slows a team like a flaky test"."""
    words, at = said.words, said.at
    other = next(
        (here for here in range(at + 2, said.stop - 1) if words[here : here + 2] == ("no", "other")),
        None,
    )
    if other and words[other - 1] in ("that", "which", "like", "as"):
        return "superlative", other + 1
    if words[at] not in ("no", "nothing", "none"):
        return None
    if words[at] == "nothing" and words[-1] in COMPARED - SIZES:
        return "superlative", len(words) - 1
    if words[at] == "no" and (said.word(at + 1) in PARTS or said.word(at + 1) in COMPARED | LIMITS):
        return None
    for here in range(at + 2, min(said.stop, at + 14)):
        if words[here] == "than" and said.word(here + 1) not in NO_OTHER and not COMPARED.isdisjoint(words[at:here]):
            return "superlative", here
        if words[here] == "as" and words[here - 1] in (
            "much",
            "well",
            "fast",
            "often",
            "many",
            "little",
        ):
            return "superlative", here
        if words[here] == "like" and words[at] == "nothing" and here > at + 1:
            return "superlative", here
        if words[here] in ("replaces", "substitutes", "beats", "rivals") and words[at + 1] == "amount":
            return "superlative", here
    return None


def shared_out(said: Said) -> Found:
    """ "The market leader runs on half of all phones", "X powers most of the web"."""
    for at in range(said.at + 2, min(said.stop, len(said.words) - 2)):
        word = said.words[at]
        if word in SHARES and said.words[at + 1] == "of":
            return ("numeric", at + 1) if not _TRADE.isdisjoint(said.near(at + 1, 4)) else None
    return None


_TRADE = wordset(
    "web internet world world's market industry companies sites websites phones servers supercomputers traffic "
    "startups accuracy value money revenue population cloud code's packages"
)
