"""Statements at large about something named before, as *it*, *they* or *that*, and those of two clauses. Only what
nobody can say of a single case: a rank above all others, what happened to a whole trade, what becomes of people."""

from inkwright.lint.claim_nouns import GAINED, OUTCOMES, PARTS, PEOPLE, PERSON, PRACTICE
from inkwright.lint.claim_signs import (
    ALTERS,
    BE,
    COMPARED,
    EFFECTS,
    FALTERS,
    NOT,
    SUFFERS,
)
from inkwright.lint.claim_subject import Found, Words
from inkwright.lint.wordsets import wordset

_IT = wordset("it they this that which it's they're that's")
_OTHERS = wordset("any every anything everything all most others")
_TOP = wordset("main biggest number leading top single primary greatest first real root best worst most")
_ROLE = wordset("reason reasons cause causes complaint problem mistake obstacle source threat risk skill killer")
_TRADE = wordset("world industry web market trade cloud everybody everyone people developers teams companies landscape")
_ALTERED = wordset(
    "changed taken replaced become became ended killed revolutionised revolutionized transformed conquered won"
)
_STANDARD = wordset("standard default norm industry lingua favourite favorite")
_NOBODYS = PEOPLE | OUTCOMES
_WHEN = wordset("when if once without whenever")
_GOES = FALTERS | SUFFERS | wordset("slows breaks leaves quits quit leave dies rots stops collapses ends")
_YOU = wordset("you your i we our my us")
_REACH = 8


def of_it(words: Words) -> Found:
    """ "It is faster than every other store", "it has taken over the Python world", "this is the number one cause"."""
    if words[0] not in _IT or not _YOU.isdisjoint(words):
        return None
    for at in range(1, len(words) - 2):
        word, after = words[at], words[at + 1]
        others = word == "than" and after in _OTHERS and words[at + 2] not in ("the", "these", "those", "of")
        if others and not COMPARED.isdisjoint(words[max(0, at - 5) : at]):
            return "comparative", at + 1
        if at == 1 or words[0].endswith(("'s", "'re")):
            role = words[at + 1 : at + 7]
            if word in BE and role[:1] == ("the",) and not _TOP.isdisjoint(role) and not _ROLE.isdisjoint(role):
                people = (PEOPLE | PERSON | PRACTICE) - {"code", "software"}
                return ("superlative", at + 2) if not people.isdisjoint(words[at + 3 :]) else None
        if word == "that" and after in EFFECTS and after.endswith("s") and words[0] in ("it's", "it"):
            people = PEOPLE | PERSON | PRACTICE
            return ("causal", at + 1) if not people.isdisjoint(words[at + 2 : at + 5]) and words[1] != "so" else None
        if word in _ALTERED and at < 4:
            near = words[at + 1 : at + 1 + _REACH]
            if not (_TRADE | _STANDARD).isdisjoint(near):
                return "causal", at
        if word in NOT and after in ALTERS and at < 3 and not _NOBODYS.isdisjoint(words[at + 2 : at + 5]):
            return "causal", at + 1
        if word in ("times", "percent") and words[1] in ("costs", "takes", "pays") and "to" in words[at:]:
            return "numeric", at
        if word == "percent" and after == "of" and words[at + 2] not in ("the", "our", "my", "its"):
            return "numeric", at + 1
    return None


def two_clauses(words: Words, gaps: tuple[str, ...]) -> Found:
    """ "The more people join, the later it gets", "if nobody owns a service, it fails within a year"."""
    if words[0] == "the" and words[1] in COMPARED and _YOU.isdisjoint(words):
        comma = _comma(words, gaps)
        if comma and words[comma : comma + 1] == ("the",) and words[comma + 1] in COMPARED:
            about = (PEOPLE | PERSON | PRACTICE | GAINED) - {"time", "memory", "code"}
            return ("comparative", comma + 1) if not about.isdisjoint(words) else None
        return None
    if words[0] in _WHEN and _YOU.isdisjoint(words):
        comma = _comma(words, gaps)
        if comma and not (PEOPLE | PERSON | {"nobody", "everyone", "everybody", "anyone"}).isdisjoint(words[:comma]):
            verb = next(
                (at for at in range(comma + 1, min(comma + 4, len(words))) if words[at] in _GOES),
                None,
            )
            if verb and PARTS.isdisjoint(words[comma:verb]):
                return "causal", verb
    return None


def _comma(words: Words, gaps: tuple[str, ...]) -> int:
    """The index behind the first comma; 0 without one."""
    return next((at + 1 for at in range(len(words) - 2) if gaps[at][:1] == ","), 0)
