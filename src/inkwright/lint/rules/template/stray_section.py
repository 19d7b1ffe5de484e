"""Sections that belong to another post."""

from collections import Counter
from collections.abc import Iterator

from inkwright.lint.content import content_stems, stems_of
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_english, tokens
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
    words = _words(document, starts)
    stems = [stems_of(set(said)) for said in words]
    everywhere = Counter(stem for held in stems for stem in held)
    least, percent = number(context, "stray-section", "words"), number(context, "stray-section", "percent")
    for heading, said, held in zip(starts, words[1:], stems[1:], strict=True):
        shared = sum(1 for stem in held if everywhere[stem] > 1)
        if len(said) >= least and not held & theme and 100 * shared < percent * len(held):
            yield found(heading.inner, "this section shares no words with the rest: does it belong to this post?")


def _words(document: Document, starts: list[Block]) -> list[list[str]]:
    """The words before the first section and those of each section, its heading included."""
    found: list[list[str]] = [[]]
    ahead = [heading.span.start for heading in starts]
    for held in tokens(document):
        while len(found) <= len(ahead) and held.passage.span.start >= ahead[len(found) - 1]:
            found.append([])
        found[-1].extend(held.words)
    return found + [[] for _ in range(len(ahead) + 1 - len(found))]
