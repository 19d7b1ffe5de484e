"""Long runs of paragraphs with nothing that the eye can hold on to."""

from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.stretches import unbroken
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.prose import word_count


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each run of paragraphs above the limit."""
    limit, fewest = number(context, "dense-text", "words"), number(context, "dense-text", "paragraphs")
    for run in unbroken(document) if word_count(document) > limit else ():
        if run.words > limit and run.paragraphs >= fewest:
            what = f"{run.words} words in {run.paragraphs} paragraphs with no heading, list, table, code or figure"
            yield found(run.span, f"{what}: give the eye something to hold on to")
