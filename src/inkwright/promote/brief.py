"""What an interviewer would ask about a post: its choices, what it paid for them, its surprises and its results.

A question takes up the sentence's own words where they can stand in one, and is a plain one else; a sentence that gives
rise to none is left alone. What is asked about numbers is `figures.py`. Every wording was tried on posts and read.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from inkwright.model.promotion import Saying
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.promote import signs
from inkwright.promote.compose import ALIKE
from inkwright.promote.figures import figure_question
from inkwright.promote.score import NEVER, Scored
from inkwright.promote.verbs import has_verb
from inkwright.similar.vectors import cosine

ASKED = 8
"""Questions about one post. **Source:** own choice: half an hour of an interview."""
DECIDED = 4
"""Questions about choices, prices and surprises, where there are results enough to ask about."""
_VERSUS = regex(r"(.+?)\s+(?:vs\.?|versus)\s+(.+?)(?=[:,(—–?!]|\s-\s|\s(?:for|in|on|with|when)\s|\Z)", re.I)
_EITHER = regex(
    r"(?!should|which|when|what|why|how|do|does|is|are|can|use|to|one|more|now\b)(\S+(?:\s\S+){0,2}?)\s+or\s+"
    r"(\S+?(?:\s\S+?){0,2}?)(?=[:,(—–?!]|\s-\s|\s(?:for|in|on|with|when)\s|\Z)",
    re.I,
)
"""A title such as `A or B for ...`, of a post that is meant as a comparison."""
_NAMED = 4
"""Words that a thing compared in a title may have."""
SAME = 2
"""Questions that ask the same of different things."""
LONGEST = 7
"""Words of what was left, to be named in a question."""
_LEFT = regex(
    r"\b(?:instead of|rather than|in place of|as opposed to|over the alternative of)\s+(?!just\b|only\b|mere\w*\b|"
    r"simply\b|being\b|having\b|the other way\b|before\b|after\b|later\b|ever\b|at\b|in\b|on\b|with\b|by\b|for\b|"
    r"from\b|under\b|via\b|to\b|as\b|when\b|if\b|onto\b|into\b|through\b|over\b|across\b|about\b|of\b)(.+)",
    re.I,
)
"""What was left for something else; what adds to something (`rather than just`) is no choice."""
_FORCED = regex(
    r"\b(?:tied up|stuck|forc(?:ed|ing)|wast\w+|ends? up|ended up|sadly|unfortunately|should be able|wrestling|"
    r"struggling|fighting|worrying|guessing)\b",
    re.I,
)
"""Words of what nobody chose."""
_IS = regex(r"(?:\b(?:is|are|was|were|be|been|remains?|becomes?)\b|['’]s\b)", re.I)
"""A verb that says what something is: `it is A rather than B` chooses nothing."""
_CLAUSE = regex(r"[,;:—–(]|\s-\s")
_LEFT_ENDS = regex(
    r"[,.;:!?()—–]|\s-\s|\b(?:but|while|because|since|so|which|that|who|where|as|is|are|was|were|can|will|to)\b", re.I
)
_HEAD_ENDS = regex(r"[,.;:!?()—–]")
_MORE = regex(r"\s+(?:and|or|with|for|in|on|by|from|at|through|across|within|when)\s.*", re.I)
"""What may be cut from a long name of something."""
_VAGUE = regex(
    r"\b(?:it|its|this|that|these|those|they|them|their|there|one|ones|other|others|same|such|i|we|you|your|our|my|"
    r"us|me|he|she|his|her)\b|[\"“”`]|\b(?:between|both)\b(?!.*\band\b)|\b(?:and|or|the|a|an)\Z",
    re.I,
)
_BARE = regex(r"(?:do|use|get|have|make|let|run|write|wait|keep|put|take|build|send|store|call|go|try)\b", re.I)
"""Verbs that cannot stand behind `against`."""
_WE = r"\b(?:i|we|our \w+|the team|my team)(?:['’]ve)?\s+(?:\w+ly\s+|have\s+|had\s+|then\s+|also\s+|still\s+)*"
_MOVED = regex(
    rf"{_WE}(?:switched|moved|migrated|replaced|swapped|dropped|gave up|abandoned|rewrote|ported)\b|"
    r"\b(?:switch(?:ed|ing)?|migrat(?:ed|ing)) from \w.* to \w|\b(?:been|was|were) replaced (?:by|with)\b",
    re.I,
)
_DECIDED = regex(
    rf"{_WE}(?:chose|picked|"
    r"decided (?:on|against|that|to(?! (?:continue|contribute|join|apply|start|attend|share|explore|investigate)\b))|"
    r"settled on|went with|opted|prefer(?:red)?|selected|adopted|"
    r"integrated|designed|copied|started using|built our own|wrote (?:my|our) own|did not (?:use|choose|want)|"
    r"didn['’]t (?:use|choose|want))\b|\bin favou?r of\b|\bthe reason\b.*\b(?:i|we) (?:wanted|needed|chose|did)\b|"
    rf"{_WE}(?:use|used|rely on|depend on|built|wrote|made)\b.*\b(?:because|so that|so (?:i|we)\b|to avoid|"
    r"which (?:makes|lets|gives|means))",
    re.I,
)
_PRICE = regex(
    r"\bat the (?:cost|expense|price) of\b|\b(?:a|the|that|this|one|main) trade-?off\b|"
    r"\btrad(?:e|es|ing) (?!my\b|our\b)\w+.{0,30} for\b|\bin exchange for\b|"
    r"\b(?:a|the|one|main) (?:drawback|downside)\b|\bthe price is\b|"
    r"\bcomes? (?:with|at) (?:a|the|some) (?:cost|price)\b",
    re.I,
)
_PAID = regex(r"\b(?:costs?|took|lost) (?:me|us)\b", re.I)
_ODD = regex(
    r"\bto (?:my|our) surprise\b|\bsurprised (?:me|us)\b|\bsurprisingly,|"
    r"\b(?:was|is|were) surprising(?=[,.;:!]|\s+(?:that|how|to)\b)|"
    r"\bsurprising (?:result|finding|signal|thing|part|number)s?\b|\b(?:was|were|is) unexpected\b|\bunexpectedly\b|"
    r"(?<!\bas it )\bturn(?:s|ed) out\b|\bcounter-?intuitive\w*|\bcontrary to (?:what|my|our)\b|\bastonish(?:ed|ing)\b|"
    r"\b(?:i|we) (?:had )?expected\b|\b(?:i|we) did(?:n['’]t| not) expect\b|\b(?:i was|we were) wrong\b|"
    r"\bmade no difference\b|\bdid(?:n['’]t| not) (?:help|matter)\b",
    re.I,
)
_MAYBE = regex(
    r"\b(?:if .+ (?:were|was|had)|suppose|imagine|would|could|might|may|hypothetical\w*|for example|e\.g\.|in theory|"
    r"let['’]s say|on paper|made-up|toy|assum\w+|pretend|fictional|in the example)\b",
    re.I,
)
"""Words of what is only thought of."""
_GIVEN = regex(
    r"\b(?:goals?|targets?|targeted|thresholds?|defaults?|issued|configured|set to|can be|snapshot|widths?)\b", re.I
)
"""Words of a number that was set, not found."""
_AHEAD = regex(
    r"\b(?:will|won['’]t|(?:is|are) planned|plans? to|roadmap|upcoming|next release|in the future|look forward|hope)\b|"
    r"\?\W*\Z",
    re.I,
)
"""Words of what is yet to come, and the end of a question."""


def brief(scored: Sequence[Scored], measured: Sequence[Span] = ()) -> tuple[tuple[str, Saying], ...]:
    """The questions with the sentences that they are about: choices, prices and surprises first, then results, both in
    reading order and no two of sentences that say the same. `scored` are all sentences of a post, `measured` the spans
    of numbers bound to data. () where there is nothing to ask."""
    able = [one for one in scored if one.worth["detail"] > NEVER and not _AHEAD.search(one.saying.text)]
    decided = _best(able, _about_choice)
    known = [saying for _, saying in decided[:DECIDED]]
    results = _best([one for one in able if one.saying not in known], lambda saying: _about_result(saying, measured))
    shown = decided[: max(DECIDED, ASKED - len(results))]
    rest = [one for one in results if one[1] not in [saying for _, saying in shown]][: ASKED - len(shown)]
    return (*sorted(shown, key=_place), *sorted(rest, key=_place))


def title_question(title: str, comparison: bool = False) -> str:
    """What one would ask about a post that compares two things by its title; "" for any other. `comparison` says that
    the post is meant as one: then `A or B` compares, too."""
    return (
        f"{' or '.join(two)}: which would you take today, and when the other?"
        if (two := compared(title, comparison))
        else ""
    )


def compared(title: str, comparison: bool = False) -> tuple[str, ...]:
    """The two things that a title compares, in a `comparison` by `or` as well; () for any other title."""
    last = title.rpartition(": ")[2]
    found = _VERSUS.match(last) or _VERSUS.match(title)
    if comparison and not found:
        found = _EITHER.match(last) or _EITHER.match(title)
    return found.groups() if found and all(len(one.split()) <= _NAMED for one in found.groups()) else ()


def _best(able: Sequence[Scored], ask: Callable[[Saying], str]) -> list[tuple[str, Saying]]:
    """What can be asked, of the weightiest sentences first; no two of alike ones, and the same no more than twice."""
    found: list[tuple[str, Scored]] = []
    asked = Counter[str]()
    for one in sorted(able, key=_weight, reverse=True):
        question = ask(one.saying)
        same = question.rpartition(", ")[2]
        if question and asked[same] < SAME and not any(cosine(one.vector, other.vector) > ALIKE for _, other in found):
            asked[same] += 1
            found.append((question, one))
    return [(question, one.saying) for question, one in found]


def _weight(one: Scored) -> tuple[bool, float]:
    return one.saying.alone, one.worth["detail"]


def _place(one: tuple[str, Saying]) -> tuple[int, int]:
    return one[1].span


def _about_choice(saying: Saying) -> str:
    """A question about what was chosen, paid or unexpected; "" for none."""
    return next(_choices(saying.text), "")


def _choices(text: str) -> Iterator[str]:
    if left := _left(text):
        yield f"What speaks against {left}, and when would it be right all the same?"
    if _MOVED.search(text):
        yield "What was wrong with the old way, and what did the change cost?"
    if _DECIDED.search(text):
        yield "What else did you look at, and what decided it?"
    if _PRICE.search(text):
        yield "When is that price too high?"
    if _PAID.search(text):
        yield "What would have spared you that?"
    if _ODD.search(text) and not _MAYBE.search(text):
        yield "Why was that so, and how did you find out?"


def _left(text: str) -> str:
    """What a sentence says was left, in its own words; "" where it says nothing of the kind, or not in few words."""
    found = _LEFT.search(text)
    if not found or _FORCED.search(text) or not _chooses(text[: found.start()], found[0]):
        return ""
    end = (_HEAD_ENDS if found.start() == 0 else _LEFT_ENDS).search(found[1])
    said = (found[1][: end.start()] if end else found[1]).strip()
    verbal = " and " in said and has_verb(said.partition(" and ")[2])
    if verbal or len(said.split()) > LONGEST:
        said = _MORE.sub("", said)
        said = said if " " in said else ""
    fits = said and len(said.split()) <= LONGEST and not _VAGUE.search(said) and not _BARE.match(said)
    return said if fits else ""


def _chooses(before: str, marker: str) -> bool:
    """Whether the words before `rather than` or `instead of` tell what was done, not what something is."""
    clause = _CLAUSE.split(before)[-1]
    if marker.casefold().startswith("rather"):
        return not before or (len(clause.split()) > 1 and not _IS.search(clause))
    return True


def _about_result(saying: Saying, measured: Sequence[Span]) -> str:
    """A question about a number that came out of something; "" for a sentence without one."""
    text, bound = saying.text, any(saying.span.start <= span.start < saying.span.end for span in measured)
    given = signs.SET_UP.search(text) or _GIVEN.search(text)
    if _MAYBE.search(text) or (given and not bound):
        return ""
    return figure_question(text, bound)
