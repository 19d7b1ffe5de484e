"""The sentences that a writer would tell a post by: the best in each role, what it changed, a tool that was tried.

Every figure here is an own choice, tried on posts and read.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from inkwright.model.promotion import Role, Saying
from inkwright.model.regex import regex
from inkwright.promote import signs
from inkwright.promote.score import ENOUGH, Scored

ROLES: tuple[Role, ...] = ("finding", "surprise", "why", "limits", "takeaway")
TRIED: tuple[Role, ...] = ("takeaway", "limits", "surprise", "finding")
"""Roles of a sentence that tells what came of trying a tool."""
LONGEST = 320
"""Characters of two sentences that are quoted as one passage: what is said in one breath."""
OPENS, OPENING = 0.5, 0.15
"""What a sentence in the first part of a post gains, and how much of a post that part is."""
_OWN = regex(r"\b(?:I|we|me|us|my|our)\b")


class Told(Struct, frozen=True):
    """A sentence with what it is worth, and the words to quote: its own, or with those of the sentence behind it."""

    worth: float
    saying: Saying
    quoted: str


def best_told(
    alone: Sequence[Scored], said: Sequence[Saying], tools: Sequence[str], impact: Callable[[str], float], least: float
) -> dict[str, Told]:
    """Of each role the sentence that is worth most, where one is worth enough; {} for no sentence that stands alone.

    `alone` are the sentences that stand alone, `said` all of them, `impact` says how plainly a text puts first what
    changes, which must come to `least`. Beside `ROLES` there may be "impact" and "tool", one that names one of `tools`.
    """
    return dict(_best(alone, said, tools, impact, least))


def _best(
    alone: Sequence[Scored], said: Sequence[Saying], tools: Sequence[str], impact: Callable[[str], float], least: float
) -> Iterator[tuple[str, Told]]:
    if not alone:
        return
    for role in ROLES:
        top = max(alone, key=lambda one: one.worth[role])
        if top.worth[role] >= ENOUGH[role]:
            yield role, Told(top.worth[role], top.saying, top.saying.text)
    worth, plain = max(((_plainness(one, impact), one) for one in alone), key=lambda pair: pair[0])
    if worth >= least:
        yield "impact", Told(worth, plain.saying, _with_next(plain.saying, said))
    worth, tried = max(((_tried(one, tools), one) for one in alone), key=lambda pair: pair[0])
    if worth > 0:
        yield "tool", Told(worth, tried.saying, tried.saying.text)


def _plainness(one: Scored, impact: Callable[[str], float]) -> float:
    """How plainly a sentence puts first what changes; a post that begins so is the better one to tell."""
    text = one.saying.text
    if signs.ORDERS.match(text) or ": " in text or signs.THANKS.search(text):
        return 0.0
    return impact(text) + OPENS * (one.saying.place < OPENING)


def _tried(one: Scored, tools: Sequence[str]) -> float:
    """How well a sentence tells what came of trying one of the tools; 0 for one that names none."""
    text = one.saying.text
    if not any(re.search(rf"(?<!\w){re.escape(tool)}(?!\w)", text, re.I) for tool in tools):
        return 0.0
    return max(one.worth[role] for role in TRIED) + 1.0 * bool(_OWN.search(text))


def _with_next(saying: Saying, said: Sequence[Saying]) -> str:
    """A sentence with the one behind it, which tells how, as far as both are short."""
    behind = (one for one in said if (one.passage, one.order) == (saying.passage, saying.order + 1))
    both = f"{saying.text} {text}" if (text := next((one.text for one in behind), "")) else saying.text
    return both if len(both) <= LONGEST else saying.text
