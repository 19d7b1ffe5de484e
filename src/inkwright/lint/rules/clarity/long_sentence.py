"""Sentences with more words than a reader holds at once."""

import re
from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.tokens import count_words, prose
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.span import Span

_LINE_BREAK = re.compile(r" {2,}\n")
"""A hard line break, as the masked text shows it."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence of running text above the limit."""
    limit = number(context, "long-sentence", "words")
    for passage in prose(document):
        if passage.kind in ("paragraph", "note") and len(passage.words) > limit:
            for sentence in passage.sentences:
                for part in _parts(passage, sentence):
                    count = count_words(passage, part)
                    if count > limit:
                        hint = "split it, or cut what the reader can do without"
                        yield found(part, f"a sentence of {count} words: {hint}")


def _parts(passage: Passage, sentence: Span) -> Iterator[Span]:
    """A sentence cut where its author broke the line on purpose, as between the lines of an address."""
    at = sentence.start
    for broken in _LINE_BREAK.finditer(passage.slice(sentence)):
        yield Span(at, sentence.start + broken.start())
        at = sentence.start + broken.end()
    yield Span(at, sentence.end)
