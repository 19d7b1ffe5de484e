"""Which kind of post a topic wants, read from the titles of its notes, and whom that kind serves."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from inkwright.model.topic import Member

_VERSUS = re.compile(r"\b(?:vs\.?|versus|compared (?:to|with)|comparing|comparison of)(?=\s)", re.I)
_HOW = re.compile(
    r"\b(?:how to|how i|set(?:ting)? up|install(?:ing)?|configur(?:e|ing)|step by step|getting started)\b", re.I
)
_VIEW = re.compile(
    r"\b(?:should(?:n['’]t)?|wrong|myth|harmful|overrated|underrated|stop \w+ing|i disagree|in defen[cs]e of)\b", re.I
)
_DEEP = re.compile(
    r"\b(?:internals?|under the hood|how [\w -]+ works?|architecture|inside|why (?:does|do|is|are)|anatomy)\b", re.I
)
_SMALL = 4
"""Notes below which a topic makes a short post."""
_SHARE = 1 / 3
"""Share of titles that must say so; one note among many does not make the kind of a post."""
ROLES = {
    "comparison": "readers who have to choose; it shows employers that you decide by evidence",
    "tutorial": "readers who want to do it today; it shows product teams that you can teach and ship",
    "paper-summary": "readers without the time for the paper; it shows research teams that you read closely",
    "opinion": "readers who follow the usual advice; it shows that you have a view and can defend it",
    "deep-dive": "readers who use it and want to know why; it shows depth to research and platform teams",
    "what-i-learned": "your own memory and whoever meets the same thing next; it shows steady learning",
}


class Kind(NamedTuple):
    """The name of a template, why a topic wants it, whom it serves."""

    post: str
    why: str
    role: str


def kind_of(members: Sequence[Member]) -> Kind:
    """The kind of post that some notes want; "what-i-learned" for few notes and for none."""
    asked: tuple[tuple[str, str, Callable[[Member], bool]], ...] = (
        ("comparison", "puts things side by side", lambda one: bool(_VERSUS.search(one.title))),
        ("paper-summary", "is a paper", lambda one: one.kind == "paper"),
        ("opinion", "takes a side", lambda one: bool(_VIEW.search(one.title))),
        ("tutorial", "says how to do it", lambda one: bool(_HOW.search(one.title))),
        ("deep-dive", "asks how it works", lambda one: bool(_DEEP.search(one.title))),
    )
    for post, said, fits in asked:
        fitting = [one for one in members if fits(one)]
        papers = post == "paper-summary"
        if (papers and len(fitting) == 1 and len(members) <= _SMALL) or (
            not papers and fitting and len(fitting) >= _SHARE * len(members)
        ):
            return Kind(post, f'{len(fitting)} of {len(members)} {said}: "{fitting[0].title}"', ROLES[post])
    post = "what-i-learned" if len(members) < _SMALL else "deep-dive"
    notes = "1 note" if len(members) == 1 else f"{len(members)} notes"
    return Kind(post, f"{notes} on it, and no title says what it wants to be", ROLES[post])
