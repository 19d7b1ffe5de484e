"""What a post gives its writer to talk about: a finding, a choice and a number, each a sentence that stands in it."""

from collections.abc import Sequence

from inkwright.model.promotion import Saying
from inkwright.promote import signs
from inkwright.promote.compose import ALIKE
from inkwright.promote.figures import figure_question
from inkwright.promote.score import ENOUGH, NEVER, Scored
from inkwright.similar.vectors import cosine

RESULT = 0.8
"""What a number that came out of something is worth above one that was set."""
FINDING, CHOICE, NUMBER = "finding", "choice", "number"


def talking_points(scored: Sequence[Scored]) -> tuple[tuple[str, Saying], ...]:
    """At most one sentence of each kind, in the order finding, choice, number; () for a post that gives none.

    Each can stand alone, and no two say the same. `scored` are all sentences of the post.
    """
    found: list[tuple[str, Scored]] = []
    for kind in (FINDING, CHOICE, NUMBER):
        able = [one for one in scored if one.saying.alone and _worth(one, kind) > 0 and not _said(one, found)]
        best = max(able, key=lambda one: _worth(one, kind), default=None)
        found += [(kind, best)] if best else []
    return tuple((kind, one.saying) for kind, one in found)


def _said(one: Scored, found: Sequence[tuple[str, Scored]]) -> bool:
    """Whether a sentence of the same paragraph, or one that says the same, is among the points already."""
    return any(
        one.saying.passage == other.saying.passage or cosine(one.vector, other.vector) > ALIKE for _, other in found
    )


def _worth(one: Scored, kind: str) -> float:
    """How good a sentence is as a point of a kind; 0 or less for one that is none."""
    text, worth = one.saying.text, one.worth
    if worth["detail"] <= NEVER:
        return 0.0
    if kind == FINDING:
        return worth["finding"] - ENOUGH["finding"]
    if kind == CHOICE:
        chosen = bool(signs.CHOICE.search(text))
        return chosen * (worth["detail"] + 1.0 * bool(signs.OWN.search(text)) + 0.4 * bool(signs.WHY.search(text)))
    found = RESULT if figure_question(text) and not signs.SET_UP.search(text) else 0.0
    return bool(signs.QUANTITY.search(text)) * (worth["detail"] - ENOUGH["detail"] + found)
