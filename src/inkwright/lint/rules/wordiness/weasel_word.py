"""Weasel words, as the page tells them: every empty one, and those that good writers need where they pile up."""

from collections.abc import Iterator

from inkwright.lint.phrases import finding_of, matches_in
from inkwright.lint.rule import own_phrases, table
from inkwright.lint.tokens import Tokens, is_english, judged, running
from inkwright.lint.weasels import Weasel, weasels
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

RULE = "weasel-word"
BEARS = 1.5
"""Words per 1,000 that good writers use with purpose and that a post bears.

**Source:** our measurement: the posts of the development corpus hold 0.2 on average, nine in ten of those with 400
words and more hold less than 1.2."""
_AT_LEAST = 3
_EMPHASIS = ("*", "_")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Every word whose place shows that it says nothing; of the words that good writers use with purpose all or none.
    What the writer emphasised is meant."""
    if not is_english(document):
        return
    rule = table().rules[RULE]
    found = [(held, one) for held, said in judged(document, _said) for one in said]
    borne = sum(one.borne for _, one in found)
    piled = borne >= _AT_LEAST and borne * 1000 > BEARS * sum(len(held.words) for held in running(document))
    for held, one in found:
        finding = finding_of(document, held.passage, one.match, rule)
        if (piled or not one.borne) and document.text[finding.span.start - 1 : finding.span.start] not in _EMPHASIS:
            yield finding


def _said(held: Tokens) -> tuple[Weasel, ...]:
    if held.passage.kind not in ("paragraph", "item", "note"):
        return ()
    return weasels(held, matches_in(held, {RULE: table().rules[RULE]}, own_phrases(RULE)))
