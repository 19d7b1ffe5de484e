"""What a statement at large says: that somebody does something, that one thing beats, ranks, changes or causes another.
Each function knows one way, and answers with the kind of claim and the index of the last word that makes it one."""

from itertools import pairwise

from inkwright.lint.claim_nouns import (
    AT_WORK,
    GAINED,
    OUTCOMES,
    PARTS,
    PEOPLE,
    PRACTICE,
)
from inkwright.lint.claim_signs import (
    ADOPTION,
    ALTERS,
    ARTICLES,
    BE,
    CHOICES,
    COMPARED,
    DEGREES,
    DISPLACED,
    DOING,
    EFFECTS,
    EVERYDAY,
    FALTERS,
    FORETOLD,
    GOES_WRONG,
    HAVE,
    IN_TURN,
    JUDGED,
    LEADING,
    MAKES,
    MET,
    NOT,
    OFTEN,
    PEAKED,
    POPULAR,
    RARELY,
    RELATIVE,
    SHARES,
    SIZES,
    SUFFERS,
    TURNED,
    TURNING,
    TURNS,
    UNDER,
    VERDICTS,
)
from inkwright.lint.claim_subject import Found, Said, is_plural, of_machines, verbs

_PAYS = (("for", "itself"), ("for", "themselves"))
_NOT_TURNED = frozenset(("been", "back"))
_HARMED = OUTCOMES | AT_WORK
_HANGS = frozenset(("with", "in", "from", "without", "at", "under", "on"))
_WHAT_DOES = (EFFECTS - EVERYDAY) | {
    "sell",
    "win",
    "separate",
    "matter",
    "count",
    "make",
    "decide",
}
_HABITS = DOING - {"have", "need", "do"}
"""What tells of people, besides what manuals say of them."""


def effect(said: Said) -> Found:
    """ "Open offices destroy concentration", "X drastically reduces Y", "X costs a tenth of Y"."""
    for at in verbs(said, EFFECTS):
        if not DEGREES.isdisjoint(said.words[at - 1 : at + 3]) or said.words[-1] in DEGREES:
            return "causal", at
        near = said.near(at, 4)
        share = any(word in SHARES and (after == "of" or word == "most") for word, after in pairwise(near))
        if share or _on_people(said, at):
            return "causal", at
    return None


def _on_people(said: Said, at: int) -> bool:
    """Whether the verb at an index acts on people or what they gain: one of every day right before it, and on what
    machines gain as well where no part of one is the subject."""
    everyday = said.words[at] in EVERYDAY
    gained = _HARMED if not everyday and said.words[at - 1] not in PARTS else GAINED
    return not gained.isdisjoint(said.near(at, 3 if everyday else 6))


def verdict(said: Said) -> Found:
    """ "Estimates are useless", "certificates are worth little", "money is a poor motivator", "reviews pay off"."""
    for at in said.places():
        if said.words[at] in BE and said.word(at + 1) == "a" and not VERDICTS.isdisjoint(said.near(at + 1, 2)):
            return "causal", at + 2
        if said.words[at] in ("pay", "pays") and (said.near(at, 2) in _PAYS or said.word(at + 1) in ("off", "back")):
            return "causal", at + 1
        if (
            said.words[at] in BE
            and not JUDGED.isdisjoint(said.near(at, 3))
            and (said.made(said.at) or said.anybody(at))
        ):
            return "causal", at + 1
    return None


def habit(said: Said) -> Found:
    """ "Users don't read dialogs", "people stop looking", "teams that measure nothing learn nothing"."""
    head = _head(said)
    if head is None:
        return None
    deed = said.words[head + 1]
    afford = deed in NOT and said.word(head + 2) == "afford"
    if afford or deed in _HABITS or deed in RARELY or deed in OFTEN:
        return "crowd", head + 1
    if deed in RELATIVE or (deed in _HANGS and said.word(head + 2) != "the"):
        for at in verbs(said, _HABITS - {"do", "don't"}):
            if at > head + 2:
                return "crowd", at
    return None


def _head(said: Said) -> int | None:
    """The index of the noun for people that is the subject; None where another noun is, or real users are told from
    invented ones."""
    for at in range(said.at, min(said.at + 4, len(said.words) - 1)):
        if said.words[at] in PEOPLE:
            if said.words[at - 1] == "real":
                return None
            last = at if said.words[at + 1] not in PEOPLE else at + 1
            return last if last + 1 < len(said.words) else None
        if said.words[at] in ARTICLES and said.words[at] != "the":
            return None
    return None


def frequency(said: Said) -> Found:
    """ "Feature flags tend to outlive their purpose", "delays often go unnoticed", "automated mails get ignored"."""
    for at in said.places():
        word, after = said.words[at], said.word(at + 1)
        if word == "get" and after in MET and is_plural(said.words[at - 1]):
            return "crowd", at + 1
        if not after:
            return None
        before = said.words[at - 1]
        if before in RELATIVE or before in ARTICLES or before in NOT:
            continue
        if before in BE and said.words[at - 2] in RELATIVE:
            continue
        if word in RARELY:
            return "crowd", at + 1
        if word in OFTEN and (said.anybody(at) or not AT_WORK.isdisjoint(said.subject(at))):
            return "crowd", at
    return None


def popular(said: Said) -> Found:
    """ "X is the default choice", "X became popular", "interest in X peaked"."""
    used = not ADOPTION.isdisjoint(said.words[said.at : said.at + 4])
    for at in said.places():
        word, near = said.words[at], said.near(at, 4)
        if word in BE and not LEADING.isdisjoint(near) and not CHOICES.isdisjoint(said.near(at, 5)):
            return "superlative", at + 1
        if (word in DISPLACED and said.words[at - 1] not in BE | RELATIVE) or (used and word in PEAKED):
            return "crowd", at
        if word in ("became", "become", "becomes") and not POPULAR.isdisjoint(near):
            return "crowd", at
    return None


def trend(said: Said) -> Found:
    """ "X adoption has stalled", "the industry is moving away", "passwords will be gone by then"."""
    if said.words[said.at : said.at + 3] == ("more", "and", "more"):
        return "crowd", said.at + 3
    for at in said.places():
        word, near = said.words[at], said.near(at, 3)
        part = not PARTS.isdisjoint(said.subject(at))
        turned, turning = (TURNED, TURNING) if part else (TURNED | TURNS, TURNING | IN_TURN)
        if word in HAVE and not turned.isdisjoint(near) and _NOT_TURNED.isdisjoint(near):
            return "causal", at + 1
        if word in BE and not turning.isdisjoint(near[:2]):
            return "causal", at + 1
        if word == "will" and (
            not FORETOLD.isdisjoint(near)
            or ("replace" in near and (said.made(at + 1 + near.index("replace")) or _replaced_at_large(said, at)))
        ):
            return "sure", at + 1
    return None


def _replaced_at_large(said: Said, at: int) -> bool:
    """Whether what will be replaced, behind the "will" of an index, is no certain thing."""
    return said.word(at + 1) == "replace" and said.word(at + 2) not in ARTICLES and not of_machines(said, at)


def falters(said: Said) -> Found:
    """ "X doesn't scale past a few nodes", "embeddings fail on legal text", "delivery suffers when ..."."""
    words = said.words
    for at in said.places():
        if words[at] in NOT and not FALTERS.isdisjoint(said.near(at, 1)):
            return "causal", at + 1
        if words[at] in NOT and not ALTERS.isdisjoint(said.near(at, 1)) and not OUTCOMES.isdisjoint(said.near(at, 4)):
            return "causal", at + 1
    if words[said.at] in COMPARED - SIZES and words[said.at] not in ("more", "less"):
        for at in said.places():
            if words[at] in NOT and words[at + 1 : at + 2] and words[at + 1] in ALTERS:
                return "comparative", at + 1
    for at in verbs(said, GOES_WRONG):
        if at == len(words) - 1 or words[at + 1] in UNDER or said.word(at + 2) == "under":
            return "causal", at
    conditional = said.at and words[0] in ("when", "if", "without", "once")
    if conditional and not (PRACTICE | OUTCOMES).isdisjoint(words[said.at : said.at + 3]):
        for at in verbs(said, FALTERS | EFFECTS | SUFFERS):
            return "causal", at
    if not DEGREES.isdisjoint(words[said.at + 1 :]):
        for at in verbs(said, FALTERS | EFFECTS | DOING | MAKES | {"carry", "carries", "mean"}):
            return "causal", at
    return None


def cause(said: Said) -> Found:
    """ "The reason so few projects ship is", "most bugs come from", "what kills a project is"."""
    words, at = said.words, said.at
    if words[at] == "what" and words[at + 1] in EFFECTS - EVERYDAY and not BE.isdisjoint(words[at + 3 :]):
        return "causal", at + 1
    if "reason" in words[at : at + 4] and "is" in words[at + 3 :]:
        return "causal", at + 1
    for at in range(said.at + 1, min(said.stop, len(words) - 2)):
        if words[at] in BE and words[at + 1] == "what" and words[at + 2].removesuffix("s") in _WHAT_DOES:
            return "causal", at + 2
        if (
            words[at] in ("caused", "comes", "come", "stems", "stem")
            and words[at + 1] in ("by", "from")
            and (said.anybody(at) or not (PRACTICE | OUTCOMES).isdisjoint(said.subject(at)))
        ):
            return "causal", at + 1
    return None
