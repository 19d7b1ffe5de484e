"""General statements, told by their shape: somebody or something spoken of at large, and a predicate that compares,
ranks, counts, blames or foretells. What backs them is looked at elsewhere."""

from typing import NamedTuple

from inkwright.lint import claim_amounts as amounts
from inkwright.lint import claim_commonplaces as common
from inkwright.lint import claim_comparisons as comparing
from inkwright.lint import claim_consequences as then
from inkwright.lint import claim_horizons as horizons
from inkwright.lint import claim_judgements as held
from inkwright.lint import claim_measures as measured
from inkwright.lint import claim_people as people
from inkwright.lint import claim_predicates as ways
from inkwright.lint import claim_turns as turns
from inkwright.lint import claim_universals as of_all
from inkwright.lint.claim_nouns import PEOPLE, PERSON, PRACTICE
from inkwright.lint.claim_of_it import of_it, two_clauses
from inkwright.lint.claim_signs import NOBODY_CAN, SIGNS
from inkwright.lint.claim_subject import SHORTEST, Words, at_large, tells_own

_WAYS = (
    amounts.share,
    amounts.everybody,
    amounts.figure,
    amounts.rate,
    amounts.promised,
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
    of_all.every,
    then.by_how_much,
    common.in_most_places,
    common.landmark,
    then.likely,
    common.there_are,
    of_all.for_most,
    of_all.no_such,
    of_all.shared_out,
    measured.by_half,
    measured.says_little,
    measured.first_of_all,
    measured.evidence,
    measured.first_named,
    measured.called,
    held.on_people,
    turns.keeps_rising,
    turns.turned,
    turns.fad,
    turns.went_from,
    held.held_against,
    held.burden,
    held.prize,
    held.people_count,
    held.worse_results,
    turns.within_time,
    held.yields,
    people.deeds,
    people.your_people,
    people.takes,
    people.of_ten,
    people.nobody_ever,
    people.engines,
    people.at_work,
    held.to_you,
    horizons.at_the_end,
    horizons.thrives,
    horizons.main_cause,
)
"""Those first that say most about the sentence."""
_THAT_IS_WHY = ("that", "is", "why")
_AT_WORK = PEOPLE | PERSON | PRACTICE
_TO_SHOW = frozenset(("causal", "comparative"))
"""Kinds that are no claim where the sentence itself gives the reason."""
_PROMISED = (
    measured.by_half,
    of_all.for_most,
    of_all.shared_out,
    amounts.promised,
    amounts.spent,
    people.your_people,
)
"""Ways that make a claim of what can or will be as well: a figure is promised with them."""


class Shape(NamedTuple):
    """What a sentence claims at large: the kind, and the indexes of the first word and of the one behind the last."""

    kind: str
    first: int
    last: int


def may_claim(words: Words, text: str) -> bool:
    """Whether a sentence of that text, with its words in lower case, may speak at large: a first, cheap look."""
    return has_sign(words, text) and len(words) >= SHORTEST and not tells_own(words)


def has_sign(words: Words, text: str) -> bool:
    """Whether a text holds what each sentence holds that speaks at large: its words in lower case, and as written."""
    return "%" in text or not SIGNS.isdisjoint(words)


def shape(words: Words, gaps: tuple[str, ...]) -> Shape | None:
    """The general statement that a sentence makes which `may_claim`: its words in lower case, and what stands behind
    each; None when it makes none."""
    plain = of_it(words) or two_clauses(words, gaps) or of_all.usual(words, gaps)
    if plain:
        return Shape(plain[0], 0, min(plain[1] + 1, len(words)))
    if words[:3] == _THAT_IS_WHY and len(words) >= SHORTEST + 3:
        behind = shape(words[3:], gaps[3:])
        of_people = behind is not None and not _AT_WORK.isdisjoint(words[3:6])
        return Shape(behind.kind, behind.first + 3, behind.last + 3) if behind and of_people else None
    said = at_large(words, gaps)
    if said is None:
        return None
    for way in _WAYS:
        found = way(said)
        if found:
            last = min(found[1] + 1, len(words))
            sure = found[0] == "sure" or way in _PROMISED or words[said.at] in NOBODY_CAN or said.asserts(last)
            if sure and not (found[0] in _TO_SHOW and said.explains(last)):
                return Shape(found[0], said.at, last)
    return None


def gaps_of(text: str, base: int, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """What stands behind each word of a text up to the next, white space before it left out; `base` is the offset of
    the text in which the spans count."""
    starts = [*(start for start, _ in spans[1:]), base + len(text)]
    return tuple(text[end - base : after - base].lstrip() for (_, end), after in zip(spans, starts, strict=True))
