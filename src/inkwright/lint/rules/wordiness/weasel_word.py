"""Weasel words, as the page tells them: those whose place shows that they say nothing, and how many an editor marks."""

from collections.abc import Iterator

from msgspec.structs import replace

from inkwright.lint.phrases import finding_of, matches_in
from inkwright.lint.rule import number, own_phrases, table
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
SHOUTS = 12
"""Weasel words per 1,000 from which on each is marked: no good writer has so many.

**Source:** our measurement on 240 published posts of 400 words and more, essays among them: nine in ten hold less than
6 per 1,000, the chattiest 10.2."""
_EMPHASIS = ("*", "_")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """The words whose place shows that they say nothing, in reading order: in a post with no more of them than good
    writers have the clearest ones, the last of which tells how many more there are; else all. Words that good writers
    use with purpose count where a post is full of them. What the writer emphasised is meant."""
    if not is_english(document):
        return
    rule = table().rules[RULE]
    known = [(held, one) for held, said in judged(document, _said) for one in said]
    words = sum(len(held.words) for held in running(document))
    borne = sum(one.borne for _, one in known)
    piled = borne >= _AT_LEAST and borne * 1000 > BEARS * words
    found = [
        (one, finding_of(document, held.passage, one.match, rule)) for held, one in known if piled or not one.borne
    ]
    found = [(one, finding) for one, finding in found if not _is_emphasised(document, finding)]
    enough = len(found)
    if enough * 1000 <= SHOUTS * words:
        enough = max(number(context, RULE, "shown"), words // number(context, RULE, "every"))
    yield from _clearest(found, enough)


def _clearest(found: list[tuple[Weasel, Finding]], enough: int) -> Iterator[Finding]:
    """So many of the findings, those right behind a verb first, in reading order."""
    chosen = sorted(sorted(range(len(found)), key=lambda at: not found[at][0].bare)[:enough])
    for at in chosen:
        finding, left = found[at][1], len(found) - len(chosen)
        more = f" ({left} more such word{'s' if left > 1 else ''} in this post)" if left and at == chosen[-1] else ""
        yield replace(finding, message=finding.message + more)


def _is_emphasised(document: Document, finding: Finding) -> bool:
    return document.text[finding.span.start - 1 : finding.span.start] in _EMPHASIS


def _said(held: Tokens) -> tuple[Weasel, ...]:
    if held.passage.kind not in ("paragraph", "item", "note"):
        return ()
    return weasels(held, matches_in(held, {RULE: table().rules[RULE]}, own_phrases(RULE)))
