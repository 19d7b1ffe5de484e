"""General statements, told by their shape: somebody or something spoken of at large, and a predicate that compares,
ranks, counts, blames or foretells. What backs them is looked at elsewhere."""

from typing import NamedTuple

from inkwright.lint import claim_amounts as amounts
from inkwright.lint import claim_commonplaces as common
from inkwright.lint import claim_comparisons as comparing
from inkwright.lint import claim_consequences as then
from inkwright.lint import claim_predicates as ways
from inkwright.lint.claim_signs import SIGNS
from inkwright.lint.claim_subject import SHORTEST, Words, at_large, tells_own

_WAYS = (
    amounts.share,
    amounts.everybody,
    amounts.figure,
    amounts.rate,
    amounts.spent,
    comparing.outdone,
    comparing.ranked,
    ways.effect,
    comparing.makes,
    ways.habit,
    comparing.better,
    ways.verdict,
    ways.frequency,
    ways.trend,
    ways.popular,
    ways.falters,
    ways.cause,
    amounts.most,
    comparing.more,
    common.many,
    common.only,
    common.most_of_all,
    common.known,
    common.on_the_rise,
    common.costly,
    then.compared,
    common.always,
    then.leads_to,
    then.all_or_nothing,
    then.becomes_of,
    then.no_better,
    then.on_whom,
    then.the_more,
    common.every,
    then.by_how_much,
    common.in_most_places,
    common.landmark,
    then.likely,
    common.there_are,
)
"""Those first that say most about the sentence."""
_TO_SHOW = frozenset(("causal", "comparative"))
"""Kinds that are no claim where the sentence itself gives the reason."""


class Shape(NamedTuple):
    """What a sentence claims at large: the kind, and the indexes of the first word and of the one behind the last."""

    kind: str
    first: int
    last: int


def may_claim(words: Words, text: str) -> bool:
    """Whether a sentence of that text, with its words in lower case, may speak at large: a first, cheap look."""
    return ("%" in text or not SIGNS.isdisjoint(words)) and len(words) >= SHORTEST and not tells_own(words)


def shape(words: Words, gaps: tuple[str, ...]) -> Shape | None:
    """The general statement that a sentence makes which `may_claim`: its words in lower case, and what stands behind
    each; None when it makes none."""
    said = at_large(words, gaps)
    if said is None:
        return None
    for way in _WAYS:
        found = way(said)
        if found:
            last = min(found[1] + 1, len(words))
            backed = found[0] in _TO_SHOW and said.explains(last)
            return Shape(found[0], said.at, last) if not backed and (found[0] == "sure" or said.asserts(last)) else None
    return None


def gaps_of(text: str, base: int, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """What stands behind each word of a text up to the next, white space before it left out; `base` is the offset of
    the text in which the spans count."""
    starts = [*(start for start, _ in spans[1:]), base + len(text)]
    return tuple(text[end - base : after - base].lstrip() for (_, end), after in zip(spans, starts, strict=True))
