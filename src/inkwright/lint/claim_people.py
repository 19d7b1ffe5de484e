"""What people at large are said to do, and what it takes them, as in `claim_predicates`."""

from inkwright.lint.claim_nouns import PARTS, PEOPLE, PERSON, PRACTICE
from inkwright.lint.claim_signs import (
    ARTICLES,
    BE,
    DOING,
    NUMBERS,
    PREPOSITIONS,
    RELATIVE,
    TIMES,
)
from inkwright.lint.claim_subject import Found, Said, is_plural, of_machines
from inkwright.lint.wordsets import wordset

_SERVED = wordset(
    "users customers readers visitors subscribers providers admins administrators operators authors contributors "
    "maintainers members organizations organisations teams companies testers editors labs hosts clients businesses "
    "vendors students learners attackers architects enterprises reviewers stakeholders researchers scientists "
    "consumers buyers sellers workers humans"
)
"""People of whom manuals tell what they see and do."""
_SORTS = wordset(
    "small large big young old good great bad senior junior remote distributed successful modern rich poor experienced "
    "new busy tired happy lazy smart healthy high-performing mature profitable most many few"
)
"""Sorts of people, of whom no manual tells."""
_TOLD = wordset(
    "see have get need use share can may must will should would do does don't are were is was could "
    "might also then that "
    "who which want select choose create add set run call write read work start build define provide receive access "
    "specify configure contact open upload download install enable test explore deploy either all both each can't"
)
"""What manuals say that people do."""
_NOT_VERBS = (
    PREPOSITIONS
    | ARTICLES
    | BE
    | RELATIVE
    | _TOLD
    | PEOPLE
    | wordset(
        "with without as than like per via about into over between who's whose because so if but or and not "
        "such out up "
        "only too more most less fewer everywhere alike today themselves off around under through after before during"
    )
)
_DENIES = wordset("not never don't won't rarely seldom hardly")
_LEARNS = wordset("master learn become understand recover hire replace train earn regain")
_SPENDS = wordset(
    "save saves cost costs waste wastes take takes lose loses steal steals eat eats gain gains burn burns"
)
_ONE = NUMBERS | wordset("a an one half several many")
_RANKS = wordset(
    "rank ranks punish punishes reward rewards penalise penalises penalize penalizes prefer prefers "
    "favour favours favor "
    "favors love loves hate hates ignore ignores abandon abandons kills kill trust trusts"
)
_WORK = wordset(
    "meetings interviews conferences estimates deadlines rewrites stand-ups standups retrospectives careers salaries "
    "offices bootcamps hackathons newsletters blogs surveys budgets managers recruiters startups start-ups juniors "
    "seniors hires bosses founders executives universities governments okrs kpis roadmaps layoffs promotions "
    "certifications degrees diplomas headlines podcasts textbooks lectures"
)
"""What people do and have at work, and no machine."""
_OF_OURS = wordset("these those this that both such some two three")
_REACH = 5


def deeds(said: Said) -> Found:
    """ "Programmers copy what they find", "teams that skip retrospectives repeat their mistakes"."""
    words = said.words
    head = next(
        (at for at in range(said.at, min(said.at + 3, len(words) - 1)) if words[at] in PEOPLE),
        None,
    )
    if head is None or not ARTICLES.isdisjoint(words[said.at : head]) or words[head - 1] == "real":
        return None
    deed = words[head + 1]
    if deed in RELATIVE:
        return _behind_relative(said, head)
    if deed.endswith("ly") and head + 3 < len(words):
        deed = words[head + 2]
    plain = deed.isalpha() and not deed.endswith(("s", "ed", "ing", "ly", "est", "er"))
    known = words[head] not in _SERVED or (head > said.at and words[head - 1] in _SORTS)
    if plain and deed not in _NOT_VERBS and known:
        return "crowd", head + 1
    return None


def _behind_relative(said: Said, head: int) -> Found:
    """What those are said to do of whom a clause tells who they are: the second verb in the plural, with "their"."""
    words = said.words
    for at in range(head + 4, min(head + 9, len(words) - 1)):
        known = words[at] in DOING - {"do", "don't", "have"} or words[at + 1] in (
            "their",
            "themselves",
        )
        verb = words[at].isalpha() and not words[at].endswith(("s", "ed", "ing", "ly")) and words[at] not in _NOT_VERBS
        if known and verb and is_plural(words[at - 1]):
            return "crowd", at
    return None


def your_people(said: Said) -> Found:
    """ "Your users will not wait"."""
    words, at = said.words, said.at
    if words[at] == "your" and said.word(at + 1) in PEOPLE:
        near = said.near(at + 1, 4)
        if not _DENIES.isdisjoint(near) and not DOING.isdisjoint(near):
            return "crowd", at + 2
    return None


def takes(said: Said) -> Found:
    """ "It takes ten thousand hours to master a language", "a good message saves an hour of support"."""
    words = said.words
    for at in range(said.at + 1, min(said.stop, len(words) - 1)):
        if words[at] not in _SPENDS:
            continue
        near = said.near(at, _REACH)
        time = next(
            (here for here, word in enumerate(near) if word in TIMES and word not in ("lines", "pages")),
            None,
        )
        if time is None or not (_ONE.intersection(near[:time]) or any(word[0].isdigit() for word in near[:time])):
            continue
        if words[said.at] == "it":
            return ("numeric", at + time + 1) if not _LEARNS.isdisjoint(near[time:]) else None
        if not of_machines(said, at) and ARTICLES.isdisjoint(words[said.at : said.at + 1]) | said.made(said.at):
            return "numeric", at + time + 1
    return None


def of_ten(said: Said) -> Found:
    """ "Indexes are forgotten in nine of ten schemas"."""
    words = said.words
    for at in range(said.at + 2, len(words) - 2):
        beside = said.gaps[at - 1][:1] == ","  # "its own vote and another's, two of five"
        if words[at] in NUMBERS and words[at + 1] in ("of", "in") and words[at + 2] in NUMBERS and not beside:
            return "numeric", at + 2
        if (
            words[at] == "one"
            and words[at - 1] in ("in", "by", "at")
            and words[at + 1] in ("of", "in")
            and words[at + 2] in NUMBERS
        ):
            return "numeric", at + 2
        if words[at] in NUMBERS and words[at + 1 : at + 3] == ("out", "of"):
            return "numeric", at + 2
    return None


def nobody_ever(said: Said) -> Found:
    """ "Nobody has ever regretted a test", "no serious project can do without one"."""
    words, at = said.words, said.at
    if words[at] in ("nobody", "everybody", "everyone") or words[at : at + 2] == (
        "no",
        "one",
    ):
        verb = at + 1 + (words[at] == "no")
        ever = said.word(verb) in ("has", "is", "can") and said.word(verb + 1) in (
            "ever",
            "yet",
            "going",
            "afford",
            "really",
        )
        return ("crowd", verb + 1) if ever else None
    if words[at] == "no":
        for here in range(at + 1, min(at + 3, len(words) - 2)):
            kind = words[here]
            if (kind in PERSON or f"{kind}s" in PRACTICE) and kind not in PARTS:
                return "crowd", here
    return None


def engines(said: Said) -> Found:
    """ "Search engines punish duplicate content", "fast pages rank higher in search"."""
    words = said.words
    subject = words[said.at : said.at + 2]
    if subject == ("search", "engines") or subject[:1] in (
        ("google",),
        ("algorithms",),
    ):
        verb = next((at for at in said.places() if words[at] in _RANKS), None)
        return ("crowd", verb) if verb else None
    for at in said.places():
        if words[at] in ("rank", "ranks", "score", "scores") and said.word(at + 1) in (
            "higher",
            "lower",
            "better",
            "worse",
        ):
            return "comparative", at + 1
    return None


def at_work(said: Said) -> Found:
    """ "Tech conferences are mostly about hiring": whatever is said of what people do at work."""
    words = said.words
    head = next((at for at in range(said.at, min(said.at + 3, len(words) - 2)) if words[at] in _WORK), None)
    if head is None or not (ARTICLES | _OF_OURS).isdisjoint(words[said.at : head]):
        return None
    verb = words[head + 1]
    if verb in BE and words[head + 2].endswith("ed"):
        return None
    told = verb in BE or (verb.isalpha() and not verb.endswith(("s", "ed", "ing", "ly")) and verb not in _NOT_VERBS)
    return ("crowd", head + 1) if told else None
