"""What has become of something in the trade, as in `claim_predicates`: it won, it faded, it is coming back."""

from inkwright.lint.claim_nouns import PARTS
from inkwright.lint.claim_signs import BE, HAVE, NUMBERS, PREPOSITIONS, RELATIVE
from inkwright.lint.claim_subject import Found, Said, Words, of_machines
from inkwright.lint.wordsets import wordset

_RISING = wordset(
    "rising growing falling shrinking climbing dropping declining improving losing gaining winning spreading "
    "disappearing increasing dwindling"
)
_RETURNS = (
    ("a", "comeback"),
    ("its", "comeback"),
    ("the", "rise"),
    ("the", "decline"),
    ("the", "wane"),
    ("the", "way", "out"),
)
_COMING = frozenset(("gaining", what) for what in ("ground", "traction", "popularity", "momentum", "steam")) | {
    ("coming", "back")
}
_TURNED = wordset(
    "fell fall fallen died won lost replaced overtook conquered killed changed faded vanished took taken lived stopped "
    "swept ended caught ate beat conquered emptied given outgrown overtaken"
)
_UPSET = wordset("revolutionised revolutionized transformed democratised democratized disrupted reinvented popularised")
_WHERE = wordset("world industry web market trade cloud internet fashion favour favor everything everybody everyone")
_WHEN = wordset("years decade decades generation")
_CATCHES = wordset("off on up over ground")
_FADS = wordset("fad mistake hype failure dead-end detour misunderstanding")
_SPANS = wordset("week weeks month months year years decade")
_LASTING = wordset("expire expires ends end renew renews removed deleted closed is are version release the last past")
_REACH = 7
"""Words behind a verb among which it is told where or when the turn came."""


def keeps_rising(said: Said) -> Found:
    """ "Demand keeps rising", "server-side rendering is making a comeback", "static sites are back"."""
    words = said.words
    for at in said.places():
        word, after = words[at], said.word(at + 1)
        if word in ("keep", "keeps") and after in _RISING and words[at - 1] not in PARTS:
            return "causal", at + 1
        if word in BE and _is_coming(words, at):
            return "causal", at + 2
        if word in BE | {"making", "make", "makes"} and words[at - 1] not in RELATIVE:
            near = said.near(at, 3)
            if near[:1] == ("back",) and len(words) == at + 2:
                return "causal", at + 1
            if any(near[: len(known)] == known or near[1 : 1 + len(known)] == known for known in _RETURNS):
                return "causal", at + 2
    return None


def _is_coming(words: Words, at: int) -> bool:
    """Whether a thing is said to be coming back or gaining ground."""
    return words[at + 1 : at + 3] in _COMING


def turned(said: Said) -> Found:
    """ "Perl fell out of fashion twenty years ago", "JSON replaced XML within five years", "X never took off"."""
    words = said.words
    for at in said.places():
        if words[at] not in _TURNED | _UPSET or words[at - 1] in RELATIVE | BE | {
            "the",
            "a",
            "to",
        }:
            continue
        near = said.near(at, _REACH)
        if words[at] in _UPSET:
            return "causal", at
        if words[at - 1] == "never" and (near[:1] in (("off",), ("on",)) or near[:2] == ("up", "to")):
            return "causal", at
        trade = not _WHERE.isdisjoint(near[:5]) and "our" not in near
        when = any(
            near[here] in ("within", "in") and here + 2 < len(near) and near[here + 2] in _WHEN
            for here in range(len(near))
        )
        if trade or when or ("ago" in near and not _WHEN.isdisjoint(near)):
            return "causal", at
        if words[at - 1] in HAVE | {"now", "largely", "all"} and near[:1] in (
            ("over",),
            ("up",),
            ("on",),
        ):
            return "causal", at
    return None


def fad(said: Said) -> Found:
    """ "NoSQL databases were a fad"."""
    for at in said.places():
        if said.words[at] in ("was", "were") and said.word(at + 1) in ("a", "an") and said.word(at + 2) in _FADS:
            return "sure", at + 2
    return None


def went_from(said: Said) -> Found:
    """ "Notebooks have gone from toy to standard in a single decade"."""
    for at in said.places():
        if said.words[at] in ("gone", "went", "moved", "grown") and said.word(at + 1) == "from":
            rest = said.near(at + 1, 10)
            if "to" in rest and not (_WHEN | NUMBERS).isdisjoint(rest):
                return "causal", at + 1
    return None


def within_time(said: Said) -> Found:
    """ "Gamification wears off after a month", "comments go stale within weeks"."""
    words = said.words
    if words[-1] not in _SPANS or _LASTING.intersection(words) or of_machines(said, len(words)):
        return None
    for at in range(len(words) - 2, max(said.at + 1, len(words) - 5), -1):
        if words[at] in ("within", "after"):
            return ("causal", len(words) - 1) if said.words[at - 1] not in PREPOSITIONS else None
    return None
