"""What a whole kind is said to do to people, better or worse than another, as in `claim_predicates`."""

from inkwright.lint.claim_nouns import GAINED, OUTCOMES, PARTS, PEOPLE
from inkwright.lint.claim_signs import (
    ARTICLES,
    BE,
    COMPARED,
    EFFECTS,
    EVERYDAY,
    JUDGED,
    MAKES,
    NO_OTHER,
    PREPOSITIONS,
    RELATIVE,
    SIZES,
    TIMES,
)
from inkwright.lint.claim_subject import Found, Said, is_plural, of_machines
from inkwright.lint.wordsets import wordset

_SUFFERED = GAINED - PARTS
_LEADS = wordset("lead leads result results contribute contributes translates")
_WHOLE = wordset("nothing everything nobody everyone everybody")
_NEARLY = wordset("almost nearly next to virtually practically")
_NO_VERB = PREPOSITIONS | BE | ARTICLES | RELATIVE | wordset("or and but if like than has have do does as")
_GONE = wordset("stale unnoticed unread unused unanswered wrong sideways unpunished untested unpatched unreviewed")
_FOR_MOST = wordset("most many all nearly almost every")
SERVES = EVERYDAY | wordset(
    "lets allows enables gives provides offers asks tells shows sends wants needs requires supports includes uses has "
    "empowers notifies reminds invites serves connects informs its users' this is was"
)
"""What a product does for its users, as it says itself."""
_NO_DEED = SERVES | BE | PEOPLE | PARTS | OUTCOMES
_MEANS = (EFFECTS | MAKES | wordset("mean need take")) - wordset("work run use scale get ensure ensures")
_EARLIER = wordset("earlier later sooner longer faster")
_FOLDS = wordset("halve double triple quadruple")
_REACH = 5
"""Words of a noun with its adjectives, or of a comparison up to its "than"."""
_SPEED = wordset("faster slower better worse sooner harder longer quicker")


def compared(said: Said) -> Found:
    """ "X is more stable and efficient than Y", "SSDs wear out faster in cheap laptops"."""
    words = said.words
    if words[said.at] in COMPARED:
        return None
    for at in said.places():
        if words[at] in BE and words[at - 1] not in RELATIVE and said.word(at + 1) in ("more", "less", "far", "much"):
            for here in range(at + 3, min(at + 3 + _REACH, len(words) - 1)):
                if words[here] == "than" and words[here + 1] not in NO_OTHER and words[here - 1] not in SIZES:
                    return "comparative", here
        if words[at] in _SPEED and at > said.at + 1 and _deed(said, at):
            return "comparative", at
    return None


def _deed(said: Said, at: int) -> bool:
    """Whether a comparison says how a whole kind does something."""
    head = said.at if is_plural(said.words[said.at]) else said.at + 1
    if not is_plural(said.words[head]) or said.words[head] in PARTS or at == head + 1:
        return False
    return said.word(at + 1) in PREPOSITIONS | {
        "",
        "when",
        "under",
        "than",
    } and BE.isdisjoint(said.subject(at))


def leads_to(said: Said) -> Found:
    """ "Long branches lead to burnout", "small changes result in fewer outages"."""
    for at in said.places():
        if said.words[at] in _LEADS and said.word(at + 1) in ("to", "in", "into"):
            return ("causal", at) if not _SUFFERED.isdisjoint(said.near(at + 1, 3)) else None
    return None


def all_or_nothing(said: Said) -> Found:
    """ "Meetings decide nothing", "the bills surprise everyone", "encryption costs almost nothing"."""
    for at in said.places():
        if said.words[at] not in _WHOLE or at < said.at + 2 or of_machines(said, at):
            continue
        if said.words[said.at] in ARTICLES and not said.anybody(at):
            continue
        verb = said.words[at - 1] if said.words[at - 1] not in _NEARLY else said.words[at - 2]
        if verb not in _NO_VERB and said.word(at + 1) not in ("but", "that", "else"):
            return "crowd", at
    return None


def becomes_of(said: Said) -> Found:
    """ "Long documents go unread", "large changes get waved through", "old projects die when nobody pays"."""
    for at in said.places():
        if of_machines(said, at):
            continue
        word, after = said.words[at], said.word(at + 1)
        if word in ("go", "goes") and after in _GONE:
            return "crowd", at + 1
        if word == "get" and after.endswith("ed") and is_plural(said.words[at - 1]):
            return "crowd", at + 1
        if word in ("die", "dies", "rot", "rots") and (after in ("when", "within", "after", "in") or not after):
            return "causal", at
    return None


def no_better(said: Said) -> Found:
    """ "Longer passwords are no safer", "vector stores are overkill for most projects"."""
    for at in said.places():
        if said.words[at] not in BE or said.words[at - 1] in RELATIVE:
            continue
        if (
            said.word(at + 1) == "no"
            and not of_machines(said, at)
            and said.word(at + 2) in COMPARED - SIZES - {"longer", "more", "less"}
        ):
            return "comparative", at + 2
        near = said.near(at, _REACH)
        if (
            "for" in near
            and said.word(at + 2) == "for"
            and said.word(at + 1) in JUDGED
            and not _FOR_MOST.isdisjoint(near)
        ):
            return "causal", at + 1
    return None


def on_whom(said: Said) -> Found:
    """ "Chat interrupts programmers", "complexity repels contributors": what a thing does to people."""
    for at in range(said.at + 1, min(said.stop, said.at + _REACH)):
        verb, whom = said.words[at], said.word(at + 1)
        noun = said.words[at - 1]
        if (
            whom in PEOPLE
            and verb[-1] == "s" != verb[-2]
            and verb not in _NO_DEED
            and noun not in ARTICLES
            and not is_plural(noun)
        ):
            return "causal", at + 1
    return None


def the_more(said: Said) -> Found:
    """ "Bigger windows make models forget", "more tests mean fewer bugs"."""
    if said.words[said.at] not in COMPARED - SIZES and said.words[said.at] not in (
        "larger",
        "smaller",
        "bigger",
    ):
        return None
    for at in said.places():
        verb = said.words[at]
        if verb in _MEANS and is_plural(said.words[at - 1]) and not of_machines(said, at):
            return "causal", at
    return None


def by_how_much(said: Said) -> Found:
    """ "Good names halve the time", "nightly builds find it weeks earlier", "that habit costs you customers"."""
    words = said.words
    if words[-1] in TIMES and words[-1].endswith("s") and words[-2] == "by":
        return ("causal", len(words) - 1) if not of_machines(said, len(words)) else None
    if words[-1] in _EARLIER and words[-2] in TIMES and not of_machines(said, len(words)):
        return "comparative", len(words) - 1
    for at in said.places():
        if words[at].removesuffix("s") in _FOLDS and said.word(at + 1) in (
            "the",
            "your",
            "its",
            "their",
        ):
            return ("causal", at) if not of_machines(said, at) and BE.isdisjoint(said.subject(at)) else None
        if words[at] in ("cost", "costs") and said.word(at + 1) == "you":
            return "causal", at + 1
    return None


def likely(said: Said) -> Found:
    """ "Teams that write things down are far less likely to quarrel"."""
    for at in said.places():
        if said.words[at] in ("more", "less") and said.word(at + 1) == "likely" and said.word(at + 2) == "to":
            return None if of_machines(said, at) else ("comparative", at + 1)
    return None
