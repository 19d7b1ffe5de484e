"""Sections whose sentences are all about equally long."""

from collections.abc import Iterator

from inkwright.lint.rhythm import stretches, variation
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import running
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding a section, on its first sentence."""
    least, percent = number(context, "even-rhythm", "sentences"), number(context, "even-rhythm", "percent")
    if sum(len(held.passage.sentences) for held in running(document)) < least:
        return
    for stretch in stretches(document):
        if len(stretch.lengths) >= least and 100 * variation(stretch.lengths) < percent:
            low, high = min(stretch.lengths), max(stretch.lengths)
            message = f"{len(stretch.lengths)} sentences here, all of {low} to {high} words: vary the length"
            yield found(stretch.first, message)
