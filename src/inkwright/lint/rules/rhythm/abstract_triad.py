"""Abstract nouns, or adjectives of praise, in threes."""

from collections.abc import Iterator

from inkwright.lint.rule import found, names
from inkwright.lint.tokens import Tokens, is_english, running
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each "a, b, and c" whose three words are on one of the two lists."""
    if not is_english(document):
        return
    lists = [names(context, "abstract-triad", kind) for kind in ("nouns", "adjectives")]
    for held in running(document):
        for praised in lists:
            if not praised.isdisjoint(held.words):
                for span in _triads(held, praised):
                    said = " ".join(held.passage.slice(span).split())
                    yield found(span, f"“{said}” is three abstractions for the beat: keep the one that you can show")


def _triads(held: Tokens, praised: frozenset[str]) -> Iterator[Span]:
    words, spans, slice_ = held.words, held.passage.words, held.passage.slice
    for at in range(len(words) - 3):
        one, two, joint, three = words[at : at + 4]
        if joint in ("and", "or") and one in praised and two in praised and three in praised:
            between = slice_(Span(spans[at].end, spans[at + 1].start)).strip()
            after = slice_(Span(spans[at + 1].end, spans[at + 2].start)).strip()
            if between == "," and after in ("", ","):
                yield Span(spans[at].start, spans[at + 3].end)
