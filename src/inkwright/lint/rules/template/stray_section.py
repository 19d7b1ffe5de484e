"""Sections that belong to another post."""

from bisect import bisect_right
from collections.abc import Iterator

from inkwright.lint.content import content_stems, stems_of
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import Tokens, is_english, judged
from inkwright.model.context import Context
from inkwright.model.document import Block, Document
from inkwright.model.finding import Finding

_SECTIONS = 3
"""Sections that a post must have before one of them can be the odd one out."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the heading of each section whose words nothing else in the post takes up."""
    metadata = context.metadata
    headings = outline_headings(document)
    theme = content_stems(" ".join((metadata.title, metadata.keyword, str(metadata.planning.get("thesis") or ""))))
    if not theme or len(headings) < _SECTIONS or not is_english(document):
        return
    level = min((heading.level for heading in headings if heading.level > 1), default=0)
    starts = [heading for heading in headings if heading.level == level]
    if len(starts) < _SECTIONS:
        return
    counts, stems = _parts(document, starts)
    met, repeated = set[str](), set[str]()
    for there in stems:
        repeated |= met & there
        met |= there
    least, percent = number(context, "stray-section", "words"), number(context, "stray-section", "percent")
    for heading, words, held in zip(starts, counts[1:], stems[1:], strict=True):
        if words >= least and not held & theme and 100 * len(held & repeated) < percent * len(held):
            yield found(heading.inner, "this section shares no words with the rest: does it belong to this post?")


def _parts(document: Document, starts: list[Block]) -> tuple[list[int], list[set[str]]]:
    """How many words stand before the first section and in each section, its heading included, and their stems."""
    counts, stems = [0] * (len(starts) + 1), [set[str]() for _ in range(len(starts) + 1)]
    ahead = [heading.span.start for heading in starts]
    for held, there in judged(document, _stems):
        at = bisect_right(ahead, held.passage.span.start)
        counts[at] += len(held.words)
        stems[at] |= there
    return counts, stems


def _stems(held: Tokens) -> frozenset[str]:
    return stems_of(held.words)
