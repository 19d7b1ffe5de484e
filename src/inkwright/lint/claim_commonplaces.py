"""What is commonly said at large, as in `claim_predicates`: there are many of a kind, something is the only one or
one of the best, known for something, on the rise, or costly by nature."""

from inkwright.lint.claim_nouns import PARTS, PEOPLE
from inkwright.lint.claim_signs import (
    ARTICLES,
    BE,
    COMPARED,
    EFFECTS,
    EVERYDAY,
    NO_TOP,
    OFTEN,
    PREPOSITIONS,
    RELATIVE,
    SIZES,
    TIMES,
    TOPS,
)
from inkwright.lint.claim_subject import Found, Said, is_plural
from inkwright.lint.wordsets import wordset

_GROUPS = wordset("management leadership marketing finance procurement sales legal")
_PLACES = PEOPLE | wordset("places communities projects industries countries fields codebases shops workplaces")
_MARKS = BE | wordset("represents represent marks mark was became")
_GREAT = wordset("significant major huge massive historic revolutionary tremendous true giant big great")
_LANDMARKS = wordset("milestone leap breakthrough shift advance advancement revolution improvement turning")
_REACH = 5
"""Words of a noun with its adjectives, or of a comparison up to its "than"."""
_NO_KIND = PARTS | wordset("of ways reasons options cases places times things kinds types parts examples thanks more")
_ONE = wordset("way thing one difference option place exception reason part problem change catch downside person")
_STATED = wordset(
    "popular powerful common commonly widely used influential successful valuable important cited loved reliable "
    "advanced mature trusted expensive dangerous effective efficient active sophisticated underrated overrated "
    "overlooked misunderstood difficult challenging demanding vulnerable"
)
"""What a thing is called most of all, and cannot be seen at a glance."""
_KNOWN = wordset(
    "known famous infamous notorious renowned notoriously famously infamously regarded considered seen thought "
    "believed accepted said"
)
_KNOWN_FOR = wordset("for to as")
_ALWAYS_SO = (EFFECTS - EVERYDAY) | {"speed", "beat", "win", "wins"}
_BY_ALL = wordset("universally widely generally commonly broadly")
_ON_THE_RISE = wordset("growing rising increasing ever-growing exploding shrinking declining mounting")
_AMOUNT = wordset(
    "number numbers amount demand popularity complexity cost costs diversity size volume need share body variety "
    "importance interest adoption pressure use community ecosystem pace"
)
_BECOME = wordset("become becomes becoming makes make get gets grow grows support it them work")
_INCREASINGLY = wordset("increasingly progressively")
_TAKE = wordset("take takes require requires need needs demand demands")
_MANY_OF = wordset("several many multiple countless hundreds thousands millions weeks months years")
_VAST = wordset("huge vast enormous massive significant considerable substantial tremendous")


def many(said: Said) -> Found:
    """ "Many workloads send the same prompt again", "few databases survive it"."""
    words, at = said.words, said.at
    if words[at] not in ("many", "few", "countless") or said.word(at + 1) in _NO_KIND:
        return None
    for here in range(at + 1, min(at + _REACH, len(words) - 1)):
        word = words[here]
        if is_plural(word):
            kind = word not in _NO_KIND and words[here + 1] not in RELATIVE and not _is_label(said, here + 1)
            return ("numeric", here) if kind else None
        if word in PREPOSITIONS or word in ARTICLES:
            return None
    return None


def _is_label(said: Said, at: int) -> bool:
    """Whether only a place follows up to a colon, and no verb: "many thin towers on one wide base: ..."."""
    if said.words[at] not in PREPOSITIONS:
        return False
    end = next(here for here in range(at, len(said.words)) if said.gaps[here] or here + 1 == len(said.words))
    return said.gaps[end][:1] == ":" and end <= at + _REACH


def only(said: Said) -> Found:
    """ "X is the only library with it", "X is one of the most powerful tools"."""
    words = said.words
    for at in said.places():
        if words[at] not in BE or words[at - 1] in RELATIVE:
            continue
        first = at + 1 + (said.word(at + 1).endswith("ly") or said.word(at + 1) in ("now", "still", "also"))
        if words[first : first + 2] == ("the", "only"):
            return None if not _ONE.isdisjoint(said.near(first + 1, 3)) else ("superlative", first + 1)
        if words[first : first + 3] == ("one", "of", "the"):
            top = said.word(first + 3)
            stated = top in ("most", "least") and not _STATED.isdisjoint(said.near(first + 3, 3))
            best = top in TOPS - {"most", "least"} or (top.endswith("est") and top not in NO_TOP)
            return ("superlative", first + 3) if stated or best else None
    return None


def most_of_all(said: Said) -> Found:
    """ "X maps to the most common workloads", "X is the most widely used parser"."""
    for at in range(said.at + 2, said.stop - 2):
        if said.words[at] == "most" and said.words[at - 1] in (
            "the",
            "world's",
            "industry's",
        ):
            near = said.near(at, 3)
            if near[0] in _STATED and not is_plural(said.words[at - 2]) and _ONE.isdisjoint(near):
                return "superlative", at + 1
    return None


def known(said: Said) -> Found:
    """ "X is notoriously hard", "regexes are known for their traps"."""
    for at in said.places():
        if said.words[at] not in BE or said.words[at - 1] in RELATIVE:
            continue
        for here in range(at + 1, min(at + 3, len(said.words) - 1)):
            word = said.words[here]
            by_all = said.words[here - 1] in _BY_ALL
            if word in _KNOWN and (by_all or word.endswith("ly") or said.word(here + 1) in _KNOWN_FOR):
                return "crowd", here
    return None


def on_the_rise(said: Said) -> Found:
    """ "The growing complexity of X makes Y hard", "support becomes increasingly important"."""
    words = said.words
    rise = words[said.at] in ("the", "a", "an") and said.word(said.at + 1) in _ON_THE_RISE
    if rise and not _AMOUNT.isdisjoint(said.near(said.at + 1, 2)):
        return "causal", said.at + 2
    for at in said.places():
        if words[at] in _INCREASINGLY and words[at - 1] in BE | _BECOME | PEOPLE:
            return "causal", at + 1
    return None


def costly(said: Said) -> Found:
    """ "Training takes several weeks", "migrations require a significant amount of planning"."""
    words = said.words
    for at in said.places():
        if words[at] not in _TAKE or words[at - 1] in ARTICLES or words[at - 1] in RELATIVE or words[at - 1] == "to":
            continue
        near = said.near(at, _REACH)
        if not _MANY_OF.isdisjoint(near) and (not TIMES.isdisjoint(near) or "of" in near):
            return "numeric", at + 1
        if not _VAST.isdisjoint(near[:3]):
            return "numeric", at + 1
    return None


def always(said: Said) -> Found:
    """ "Cloud bills never shrink", "management never reads past the summary"."""
    for at in said.places():
        if said.words[at] in ("always", "never") and said.words[at] in OFTEN:
            if said.word(at + 1) in _ALWAYS_SO:
                return "causal", at + 1
            head = said.words[at - 1] if said.words[at - 1] not in BE else said.words[at - 2]
            if head in PEOPLE | _GROUPS or (
                is_plural(head) and head not in PARTS and at - said.at <= 3 and said.word(at + 1) not in {"been", ""}
            ):
                return "crowd", at
    return None


def in_most_places(said: Said) -> Found:
    """ "Reviews move slowly in most places", "politics has taken hold in many communities"."""
    for at in range(said.at + 2, said.stop - 1):
        if said.words[at] in ("in", "at", "across") and said.word(at + 1) in (
            "most",
            "many",
            "nearly",
            "almost",
        ):
            return ("crowd", at + 1) if not _PLACES.isdisjoint(said.near(at + 1, 3)) else None
    return None


def landmark(said: Said) -> Found:
    """ "X represents a significant milestone", "Y marks a major shift"."""
    for at in said.places():
        if said.words[at] in _MARKS and said.word(at + 1) in ("a", "an") and said.words[at - 1] not in RELATIVE:
            near = said.near(at + 1, 4)
            return ("superlative", at + 1) if not (_GREAT.isdisjoint(near) or _LANDMARKS.isdisjoint(near)) else None
    return None


def there_are(said: Said) -> Found:
    """ "There is no cheaper way than support", "there are more candidates than jobs"."""
    if said.words[said.at] != "there":
        return None
    near = said.near(said.at + 1, 4)
    if near[:1] == ("no",) and (near[1:2] == ("substitute",) or not (COMPARED - SIZES).isdisjoint(near[1:2])):
        return "superlative", said.at + 3
    counted = near[:1] in (
        ("many",),
        ("few",),
        ("countless",),
        ("more",),
        ("fewer",),
    ) or near[:2] == ("not", "many")
    return ("numeric", said.at + 2) if counted and not PEOPLE.isdisjoint(near) else None
