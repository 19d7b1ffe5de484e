"""Paragraphs in which the favourite words of generated prose pile up."""

from collections.abc import Iterator

from inkwright.lint.rule import found, names, number
from inkwright.lint.tokens import is_english, running
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding a paragraph, from the first to the last of the words, naming them all."""
    known = names(context, "ai-vocabulary", "words")
    distinct, every = number(context, "ai-vocabulary", "distinct"), number(context, "ai-vocabulary", "every")
    if not is_english(document):
        return
    for held in running(document):
        if known.isdisjoint(held.words):
            continue
        places = [at for at, word in enumerate(held.words) if word in known]
        said = list(dict.fromkeys(held.words[at] for at in places))
        if len(said) >= distinct and len(places) * every >= len(held.words):
            listed = ", ".join(said)
            words = held.passage.words
            yield found(
                Span(words[places[0]].start, words[places[-1]].end),
                f"{len(said)} words of praise in one paragraph ({listed}): say what it does, with a number",
            )
