"""Paragraphs with more sentences than a screen shows well."""

from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.tokens import count_words, prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each paragraph of running text above the limit."""
    name = "long-paragraph"
    limit, words = number(context, name, "sentences"), number(context, name, "words")
    many, few_words = number(context, name, "many"), number(context, name, "few_words")
    for passage in prose(document):
        held = len(passage.words)
        if passage.kind == "paragraph" and len(passage.sentences) > limit and held >= few_words:
            count = sum(1 for sentence in passage.sentences if count_words(passage, sentence))
            if count > limit and (held >= words or count >= many):
                yield found(passage.span, f"a paragraph of {count} sentences: break it where the thought turns")
