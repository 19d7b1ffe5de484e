"""What a statement at large holds against or for a whole kind, as in `claim_predicates`: too slow, a tax on the mind,
the highest salaries, no overhead."""

from inkwright.lint.claim_consequences import SERVES
from inkwright.lint.claim_nouns import (
    AT_WORK,
    GAINED,
    OUTCOMES,
    PARTS,
    PEOPLE,
    PERSON,
    PRACTICE,
)
from inkwright.lint.claim_signs import (
    ARTICLES,
    BE,
    EFFECTS,
    EVERYDAY,
    JUDGED,
    NUMBERS,
    PREPOSITIONS,
    RELATIVE,
)
from inkwright.lint.claim_subject import (
    SHORTEST,
    Found,
    Said,
    is_plural,
    of_machines,
    verbs,
)
from inkwright.lint.wordsets import wordset

_HARSH = (
    JUDGED
    - wordset("essential crucial dangerous ignored late out stale happy better poorly bad badly poor wrong broken")
) | wordset(
    "extinct dead doomed obsolete overblown oversold exaggerated unrealistic unnatural inhumane unfair biased costly "
    "cumbersome clumsy chaotic unpredictable unstable unprofitable profitable unpopular popular hated "
    "loved feared ugly "
    "boring dull shallow meaningless hopeless impossible undervalued overvalued overstated understated neglected "
    "forgotten rare scarce common everywhere flawed leaky bloated fast quick cheap reliable secure safe "
    "unsuited ill-suited unfit misleading unsafe untrustworthy unsustainable overpriced underestimated obsolete "
    "slow misunderstood"
)
_DEGREE = wordset("too so far much often mostly usually simply just almost nearly still largely very quite all")
_ENDS = PREPOSITIONS | wordset("compared than and once when as") | {""}
_TAXES = wordset("tax toll burden strain drag premium")
_NONE = wordset("no zero negligible little minimal measurable noticeable almost hardly")
_PRICE = wordset("overhead penalty downtime cost loss costs")
_ADDS = wordset("add adds have has cause causes carry carries come comes bring brings impose imposes cost costs")
_TOP = wordset("most fewest highest lowest best worst biggest largest richest strongest least")
_PRIZES = (
    GAINED | PEOPLE | wordset("libraries ecosystem community market jobs packages downloads adoption")
) - wordset("risk problems issues changes questions time")
_GETS = wordset(
    "get gets attract attracts draw draws win wins earn earns receive receives sell sells bring brings need needs"
)
_COUNTED = wordset("more fewer less no few little")
_SELVES = wordset(
    "people humans programmers developers engineers readers managers beginners employees students adults "
    "human person programmer developer engineer reader manager beginner employee student brain"
)
_PLACED = PREPOSITIONS | wordset("every each to version least most than step part level")
_POINTERS = wordset("they it which both you we one")
_WEARS = wordset("demotivates demotivate distracts distract exhausts annoys frustrates motivates sells")
_WHOM = PEOPLE - wordset("users customers providers testers")
_MAKES = wordset("generate produce create write make yield cause build ship attract breed")
_SLOPPY = _HARSH | wordset(
    "bad poor slow buggy brittle bloated insecure sloppy flaky shallow unreadable inefficient terrible horrible "
    "mediocre great excellent robust cleaner beautiful"
)
_WORTH = OUTCOMES | wordset("problem sense difference value purpose benefit harm good use")
_HARD_TO = frozenset((how, "to") for how in ("hard", "easy", "impossible", "difficult", "harder", "easier", "cheap"))
_TO_DO = wordset("find hire replace retain sell learn master read maintain justify predict trust keep motivate fire")
_REACH = 6


def held_against(said: Said) -> Found:
    """ "Serverless functions are too expensive at scale", "benchmarks by vendors are misleading"."""
    for at in said.places():
        if said.words[at] not in BE or said.words[at - 1] in RELATIVE:
            continue
        here = at + 1
        while said.word(here) in _DEGREE:
            here += 1
        if said.word(here) in _HARSH and said.word(here + 1) in _ENDS and not of_machines(said, at):
            return ("sure", here) if _kind(said, at) else None
        return None
    return None


def _kind(said: Said, at: int) -> bool:
    """Whether what stands before a verb is a whole kind or a name: no thing with an article of its own."""
    return (ARTICLES | _POINTERS).isdisjoint(said.subject(at)) or said.anybody(at)


def burden(said: Said) -> Found:
    """ "Microservices put a tax on productivity", "Docker adds no measurable overhead"."""
    words = said.words
    for at in range(said.at + 2, min(said.stop, len(words))):
        if (
            words[at] in _TAXES
            and said.word(at + 1) == "on"
            and not (AT_WORK | OUTCOMES).isdisjoint(said.near(at + 1, 3))
        ):
            return "causal", at + 1
        if (
            words[at] in _PRICE
            and not _NONE.isdisjoint(words[at - 2 : at])
            and not _ADDS.isdisjoint(words[at - 4 : at])
        ):
            return "numeric", at
        if words[at] in ("responsible", "blame") and said.word(at + 1) == "for":
            return ("causal", at + 1) if not OUTCOMES.isdisjoint(said.near(at + 1, 3)) else None
    return None


def prize(said: Said) -> Found:
    """ "Rust commands the highest salaries", "Python offers the most jobs", "short headlines get more clicks"."""
    words = said.words
    for at in range(said.at + 2, min(said.stop, len(words) - 1)):
        if (
            words[at] in _TOP
            and words[at - 1] == "the"
            and words[at - 2].endswith("s")
            and words[at - 2] not in PREPOSITIONS | BE
            and not _PRIZES.isdisjoint(said.near(at, 2))
        ):
            return "superlative", at + 1
        if words[at] in _GETS and words[at + 1] in _COUNTED and not of_machines(said, at) and _kind(said, at):
            behind = said.near(at + 1, 2)
            if any(is_plural(word) or word in GAINED for word in behind) and PARTS.isdisjoint(behind):
                return "comparative", at + 2
    return None


def people_count(said: Said) -> Found:
    """ "Humans can hold seven things in their head", "a programmer gets two quiet hours a day"."""
    head = next(
        (at for at in range(said.at, min(said.at + 3, len(said.words))) if said.words[at] in _SELVES),
        None,
    )
    if head is None or (
        said.words[head] in PERSON and said.words[said.at] == "the" and said.words[said.at + 1] != "human"
    ):
        return None
    for at in range(head + 2, min(said.stop, head + 2 + _REACH)):
        word = said.words[at]
        counted = word in NUMBERS or word.isdigit()
        if (
            counted
            and said.words[at - 1] not in _PLACED
            and not PREPOSITIONS.intersection(said.words[head + 1 : head + 2])
        ):
            return ("sure", at) if is_plural(said.word(at + 1)) or is_plural(said.word(at + 2)) else None
    return None


def worse_results(said: Said) -> Found:
    """ "Frameworks lead to over-engineered backends"."""
    for at in said.places():
        if said.words[at] in ("lead", "leads") and said.word(at + 1) == "to":
            what = said.word(at + 2)
            bad = what in JUDGED or what.startswith(("over-", "under-", "ill-"))
            return ("causal", at + 2) if bad and not of_machines(said, at) else None
    return None


def yields(said: Said) -> Found:
    """ "ORMs generate inefficient queries", "hurried reviews produce sloppy code"."""
    for at in verbs(said, _MAKES):
        what = at + 1 + (said.word(at + 1) == "for")
        meant = said.word(what) in _SLOPPY and said.word(what + 1) != "" and "to" not in said.subject(at)
        if meant and not of_machines(said, at):
            return "causal", what
    return None


def on_people(said: Said) -> Found:
    """ "Interviews with puzzles filter out good candidates", "feedback in public demotivates"."""
    words = said.words
    if words[-1] in _WEARS and len(words) > SHORTEST and not of_machines(said, len(words)):
        return "causal", len(words) - 1
    if PRACTICE.isdisjoint(words[said.at : said.at + 2]) or words[said.at] in ARTICLES:
        return None
    for at in range(said.at + 3, min(said.stop, said.at + 9)):
        if words[at] in _WHOM and (words[at - 1] not in ARTICLES | PREPOSITIONS | RELATIVE and words[at - 1] not in BE):
            return ("causal", at) if (SERVES | BE).isdisjoint(words[said.at : at]) else None
    return None


def to_you(said: Said) -> Found:
    """ "Learning two languages at once slows you down", "chains of blocks solve no real problem"."""
    for at in verbs(said, EFFECTS):
        if said.word(at + 1) == "you" and said.words[at] not in EVERYDAY and not of_machines(said, at):
            return "causal", at + 1
        if said.word(at + 1) == "no" and not _WORTH.isdisjoint(said.near(at + 1, 2)) and not of_machines(said, at):
            return "causal", at + 2
    for at in said.places():
        if said.words[at] in BE and said.words[at + 1 : at + 3] in _HARD_TO and said.word(at + 3) in _TO_DO:
            return ("sure", at + 3) if not of_machines(said, at) else None
    return None
