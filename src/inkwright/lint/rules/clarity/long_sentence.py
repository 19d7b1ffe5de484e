"""Sentences with more words than a reader holds at once."""

from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence of running text above the limit."""
    limit = number(context, "long-sentence", "words")
    for passage in prose(document):
        if passage.kind in ("paragraph", "note") and len(passage.words) > limit:
            for sentence in passage.sentences:
                count = len(passage.words_in(sentence))
                if count > limit:
                    yield found(
                        sentence, f"a sentence of {count} words: split it, or cut what the reader can do without"
                    )
