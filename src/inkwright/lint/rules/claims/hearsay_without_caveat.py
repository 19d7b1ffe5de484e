"""Notes of hearsay that a post uses as if somebody had checked them."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from inkwright.lint.links import targets
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_CAVEAT = regex(
    r"\b(?:hearsay|rumou?r\w*|gossip|anecdot\w+|allegedly|reportedly|supposedly|apparently|unverified|unconfirmed|"
    r"second[\s-]hand|(?:I|we)\s+(?:\w+\s+)?(?:heard|was\s+told|were\s+told)|(?:told|tells)\s+(?:me|us|by)|somebody\s+said|"
    r"someone\s+said|(?:have|has|did|could|was|were|is|am|are)(?:\s+not|n['’]t)\s+(?:yet\s+|been\s+)?(?:verif\w+|check\w*|"
    r"confirm\w*|measur\w+|test\w*|sure)|grain\s+of\s+salt|take\s+(?:it|this)\s+with|no\s+(?:numbers|evidence|proof)|"
    r"cannot\s+(?:say|confirm|prove))\b",
    re.I,
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link to such a note in a paragraph that does not say so."""
    if not context.hearsay:
        return
    stems = {PurePosixPath(path).stem.lower() for path in context.hearsay}
    spans = [
        target.span
        for target in targets(document, context.path, context.roots)
        if not context.hearsay.isdisjoint(target.candidates)
    ]
    spans += [
        link.span
        for link in document.inlines_of("wikilink")
        if PurePosixPath(link.target.partition("#")[0]).stem.lower() in stems
    ]
    for span in sorted(spans):
        if not _CAVEAT.search(_paragraph(document, span)):
            yield found(span, "the note behind this link is hearsay, and the paragraph does not say so")


def _paragraph(document: Document, span: Span) -> str:
    """What a reader sees of the innermost block around a span; addresses and names of notes are no caveat."""
    around: list[Block] = [block for block in document.all_blocks if block.span.start <= span.start < block.span.end]
    if not around:
        return ""
    return "".join(inline.plain() for inline in around[-1].inlines if inline.kind != "wikilink")
