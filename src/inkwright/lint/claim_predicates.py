"""What a statement at large says: that somebody does something, that one thing beats, ranks, changes or causes another.
Each function knows one way, and answers with the kind of claim and the index of the last word that makes it one."""

from itertools import pairwise

from inkwright.lint.claim_nouns import OUTCOMES, PARTS, PEOPLE, PERSON, PRACTICE, TECHNICAL
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
    EXAMPLES,
    FALTERS,
    FEW,
    FOLD,
    FORETOLD,
    GOES_WRONG,
    HAVE,
    JUDGED,
    LEADING,
    MAKES,
    NO_SAYING,
    NOBODY,
    NOT,
    NUMBERS,
    OFTEN,
    PAST,
    PEAKED,
    POPULAR,
    PREPOSITIONS,
    RARELY,
    RELATIVE,
    SHARES,
    SIZES,
    SUFFERS,
    TIMES,
    TURNED,
    TURNING,
    UNDER,
    VERDICTS,
    WHOLLY,
)
from inkwright.lint.claim_subject import Found, Said, is_plural, verbs

_PAYS = (("for", "itself"), ("for", "themselves"))
_HUMAN = OUTCOMES - TECHNICAL
_HABITS = DOING - {"have", "need", "do"}
_AT_WORK = (PRACTICE - {"code", "software", "work", "apps", "sites", "websites", "site", "product"}) | _HUMAN


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
        said.words[here] == "in" and said.word(here + 1) in ("a", "an", "any", "most", "every")
        for here in range(at, min(at + 4, len(said.words)))
    )


def everybody(said: Said) -> Found:
    """ "Nobody reads the wiki", "every startup rewrites its backend", "few teams measure it"."""
    at, first, second = said.at, said.words[said.at], said.word(said.at + 1)
    if first in ("every", "any", "all"):
        return ("crowd", at + 2) if not (PEOPLE | PERSON).isdisjoint(said.near(at, 2)) else None
    if first == "no":
        return (
            ("superlative", at + 2) if second == "other" or not (PEOPLE | PERSON).isdisjoint(said.near(at, 2)) else None
        )
    if first in NOBODY:
        if second in PREPOSITIONS:
            return "crowd", at + 3
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
    return any(word in PAST or (word.endswith("ed") and is_plural(said.words[at - 1])) for at, word in _first(said))


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


def spent(said: Said) -> Found:
    """ "Developers spend half of the day", "providers make most of their profit", "on nearly every task"."""
    for at in range(said.at + 2, said.end() - 1):
        word, after = said.words[at], said.words[at + 1]
        if word in ("nearly", "almost", "virtually", "practically") and after in WHOLLY:
            return "crowd", at + 1
        if word in SHARES and after == "of" and (said.anybody(at) or not _AT_WORK.isdisjoint(said.near(at + 1, 4))):
            return "numeric", at + 1
        if (
            word in ("few", "little")
            and said.words[at - 1] not in ("a", "so")
            and not _AT_WORK.isdisjoint(said.near(at, 2))
        ):
            return "numeric", at + 1
    return None


def most(said: Said) -> Found:
    """ "Most notebooks cannot be run twice", "the average request"."""
    first, second = said.words[said.at], said.word(said.at + 1)
    if first == "most" and second != "of" and not second.endswith("ly"):
        return "numeric", said.at + 2
    usual = first in ("the", "a") and second in ("average", "typical")
    return ("numeric", said.at + 2) if usual and said.word(said.at + 2) not in EXAMPLES else None


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
    gained = OUTCOMES if not everyday and PARTS.isdisjoint(said.subject(at)) else _HUMAN
    return not gained.isdisjoint(said.near(at, 3 if everyday else 6))


def verdict(said: Said) -> Found:
    """ "Estimates are useless", "certificates are worth little", "money is a poor motivator", "reviews pay off"."""
    for at in said.places():
        if said.words[at] in BE and said.word(at + 1) == "a" and not VERDICTS.isdisjoint(said.near(at + 1, 2)):
            return "causal", at + 2
        if said.words[at] in ("pay", "pays") and (said.near(at, 2) in _PAYS or said.word(at + 1) == "off"):
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
    if deed in _HABITS or deed in RARELY or deed in OFTEN:
        return "crowd", head + 1
    if deed in RELATIVE or (deed in ("with", "in", "from") and said.word(head + 2) != "the"):
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
    """ "Feature flags tend to outlive their purpose", "delays often go unnoticed"."""
    for at in said.places():
        word, after = said.words[at], said.word(at + 1)
        if not after:
            return None
        before = said.words[at - 1]
        if before in RELATIVE or before in ARTICLES or before in NOT:
            continue
        if word in RARELY or (word in ("almost", "nearly") and after in ("never", "always")):
            return "crowd", at + 1
        if word in OFTEN and (said.anybody(at) or not _AT_WORK.isdisjoint(said.subject(at))):
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
        if word in HAVE and not TURNED.isdisjoint(near) and "been" not in near and "back" not in near:
            return "causal", at + 1
        if word in BE and not TURNING.isdisjoint(near[:2]):
            return "causal", at + 1
        if word == "will" and (
            not FORETOLD.isdisjoint(near) or ("replace" in near and said.made(at + 1 + near.index("replace")))
        ):
            return "sure", at + 1
    return None


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
        if at == len(words) - 1 or words[at + 1] in UNDER:
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
    for at in range(said.at + 1, said.end(len(words) - 2)):
        if words[at] in BE and words[at + 1] == "what" and words[at + 2].removesuffix("s") in EFFECTS - EVERYDAY:
            return "causal", at + 2
        if (
            words[at] in ("caused", "comes", "come", "stems", "stem")
            and words[at + 1] in ("by", "from")
            and (said.anybody(at) or not (PRACTICE | OUTCOMES).isdisjoint(said.subject(at)))
        ):
            return "causal", at + 1
    return None
